using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VolumeViewer.Host.Plugins.Source;

/// <summary>Forms of C# files that are for scripts and programs, and what to do instead.</summary>
internal static class SourceForms
{
    public static IReadOnlyList<SourceDiagnostic> Check(SyntaxTree tree, string path, CancellationToken cancellationToken)
    {
        var root = tree.GetCompilationUnitRoot(cancellationToken);
        var faults = new List<SourceDiagnostic>();
        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: false))
        {
            if (Instead(trivia.Kind()) is { } message)
                faults.Add(Fault("VV0002", trivia.GetLocation(), message));
        }
        // With a brace too many or too few the rest of a class looks like statements; then the compiler's own words say it better.
        if (faults.Count == 0 && root.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() is { } statement
            && !tree.GetDiagnostics(cancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            faults.Add(Fault("VV0003", statement.GetLocation(),
                "A plugin has no statements outside of its classes: nobody would run them. Move them into a method of the plugin."));
        }
        return faults;

        SourceDiagnostic Fault(string id, Location location, string message)
        {
            var start = location.GetLineSpan().StartLinePosition;
            return new SourceDiagnostic(path, start.Line + 1, start.Character + 1, SourceSeverity.Error, id, message);
        }
    }

    private static string? Instead(SyntaxKind kind) => kind switch
    {
        SyntaxKind.ReferenceDirectiveTrivia => "#r is for scripts. A plugin of one file can use .NET, the SDK, TorchSharp and SkiaSharp; "
            + "one that needs more is made as a project (volumeviewer plugins new).",
        SyntaxKind.LoadDirectiveTrivia => "#load is for scripts. A plugin of one file is one file; for more make a project (volumeviewer plugins new).",
        SyntaxKind.IgnoredDirectiveTrivia => "#: is for programs of one file. A plugin of one file can use .NET, the SDK, TorchSharp and SkiaSharp; "
            + "one that needs more is made as a project (volumeviewer plugins new).",
        SyntaxKind.ShebangDirectiveTrivia => "#! is for programs. Take this line away; the program loads the file by itself.",
        _ => null,
    };
}
