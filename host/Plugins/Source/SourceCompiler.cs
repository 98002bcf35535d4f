using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

using OutputKind = Microsoft.CodeAnalysis.OutputKind;

namespace VolumeViewer.Host.Plugins.Source;

/// <summary>Compiles a plugin of one C# file inside the program. None of the file's code is run.</summary>
/// <remarks>The first compilation in a process takes a second or two, since the compiler itself is loaded then; later ones some tens of milliseconds.</remarks>
internal static class SourceCompiler
{
    // As in every project of the .NET SDK, so that a file moves between the two unchanged.
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Compiles a file as it is on the disk, on a thread of the pool.</summary>
    /// <exception cref="UserException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<SourceCompilation> CompileAsync(string path, CancellationToken cancellationToken) =>
        Task.Run(() => Compile(path, ReadSource(path), cancellationToken), cancellationToken);

    /// <summary>
    /// As <see cref="CompileAsync"/>, and where there are no errors writes what a plugin's folder holds: the assembly, its symbols, and last the manifest,
    /// since by it a folder is known as a plugin's.
    /// </summary>
    /// <param name="path">Of the source.</param>
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="cancellationToken">Looked at up to the first write.</param>
    /// <exception cref="UserException">The source cannot be read, or the folder cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing was written.</exception>
    public static async Task<SourceCompilation> CompileToFolderAsync(string path, string folder, CancellationToken cancellationToken)
    {
        var result = await CompileAsync(path, cancellationToken).ConfigureAwait(false);
        if (result.Manifest is not { } manifest)
            return result;
        cancellationToken.ThrowIfCancellationRequested();
        Directory.CreateDirectory(folder);
        OutputPath.WriteAllBytes(Path.Combine(folder, manifest.Assembly), result.Assembly);
        OutputPath.WriteAllBytes(Path.Combine(folder, Path.ChangeExtension(manifest.Assembly, ".pdb")), result.Symbols);
        OutputPath.WriteAllBytes(Path.Combine(folder, PluginManifest.FileName), Encoding.UTF8.GetBytes(ToJson(manifest)));
        return result;
    }

    /// <summary>Compiles a text.</summary>
    /// <param name="path">Where it stands; need not exist. Names the assembly, and stands in messages and stack traces.</param>
    /// <param name="text">The source.</param>
    /// <param name="cancellationToken">Looked at throughout.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SourceCompilation Compile(string path, string text, CancellationToken cancellationToken)
    {
        var header = SourceHeader.Read(path, text);
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256), parsing, path, cancellationToken);
        var usings = Parse(Globals(header), "globals.g.cs");
        var compilation = CSharpCompilation.Create(header.AssemblyName, [tree, usings], SourceReferences.All, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable));

        var diagnostics = new List<SourceDiagnostic>(header.Faults);
        var forms = SourceForms.Check(tree, path, cancellationToken);
        diagnostics.AddRange(forms);
        diagnostics.AddRange(Translate(path, compilation.GetDiagnostics(cancellationToken), forms));
        if (diagnostics.Exists(diagnostic => diagnostic.IsError))
            return Failed(diagnostics);

        var plugin = new SourcePlugin(compilation, tree, header, cancellationToken);
        diagnostics.AddRange(plugin.Faults);
        if (diagnostics.Exists(diagnostic => diagnostic.IsError))
            return Failed(diagnostics);
        if (plugin.Generated.Length > 0)
            compilation = compilation.AddSyntaxTrees(Parse(plugin.Generated, "plugin.g.cs"));

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, cancellationToken: cancellationToken,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: $"{header.AssemblyName}.pdb"));
        if (!emitted.Success)
            return Failed([.. diagnostics, .. Translate(path, emitted.Diagnostics, []).Except(diagnostics)]);
        return new SourceCompilation
        {
            Diagnostics = Sorted(diagnostics),
            Manifest = plugin.Manifest,
            ListsAllContributions = plugin.ListsAllContributions,
            Assembly = assembly.ToArray(),
            Symbols = symbols.ToArray(),
        };

        // With an encoding, or the compiler makes no symbols.
        SyntaxTree Parse(string added, string name) => CSharpSyntaxTree.ParseText(added, parsing, name, Encoding.UTF8, cancellationToken);
    }

    private static string ReadSource(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The source '{path}' cannot be read: {problem.Message}", problem);
        }
    }

    private static string Globals(SourceHeader header)
    {
        var version = Version.Parse(header.Version);
        return string.Concat(ImplicitUsings.Select(name => $"global using {name};\n"))
            + $"[assembly: System.Reflection.AssemblyVersion(\"{version.ToString(2)}.{Math.Max(version.Build, 0)}.0\")]\n";
    }

    // Of what the compiler says, that which is about the file; a warning in what this program adds is not the author's.
    private static IEnumerable<SourceDiagnostic> Translate(string path, IEnumerable<Diagnostic> diagnostics, IReadOnlyList<SourceDiagnostic> instead)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity is not (DiagnosticSeverity.Warning or DiagnosticSeverity.Error) || diagnostic.IsSuppressed)
                continue;
            var place = diagnostic.Location.GetMappedLineSpan();
            var inFile = diagnostic.Location.IsInSource && diagnostic.Location.SourceTree!.FilePath == path;
            var severity = diagnostic.Severity == DiagnosticSeverity.Error ? SourceSeverity.Error : SourceSeverity.Warning;
            if (!inFile && severity == SourceSeverity.Warning)
                continue;
            var (line, column) = inFile ? (place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1) : (0, 0);
            // What this program says about a line is clearer than what the compiler says about the same thing.
            if (!instead.Any(ours => ours.Line == line))
                yield return new SourceDiagnostic(path, line, column, severity, diagnostic.Id, diagnostic.GetMessage());
        }
    }

    private static SourceCompilation Failed(IEnumerable<SourceDiagnostic> diagnostics) => new() { Diagnostics = Sorted(diagnostics) };

    private static List<SourceDiagnostic> Sorted(IEnumerable<SourceDiagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column)];

    private static string ToJson(PluginManifest manifest)
    {
        var contributions = new JsonObject(manifest.Contributions.Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)new JsonArray(
            [.. kind.Value.Select(each => (JsonNode)new JsonObject { ["id"] = each.Id, ["title"] = each.Title })]))));
        return new JsonObject
        {
            ["id"] = manifest.Id,
            ["name"] = manifest.Name,
            ["version"] = manifest.Version,
            ["sdk"] = manifest.Sdk,
            ["assembly"] = manifest.Assembly,
            ["description"] = manifest.Description,
            ["authors"] = new JsonArray([.. manifest.Authors.Select(author => (JsonNode)author)]),
            ["licence"] = manifest.Licence,
            ["contributions"] = contributions,
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
