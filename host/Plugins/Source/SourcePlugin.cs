using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Source;

/// <summary>The plugin in a source file: its one plugin class, or else its contribution classes, for which a plugin class is then written.</summary>
internal sealed class SourcePlugin
{
    private readonly Compilation _compilation;
    private readonly SemanticModel _model;
    private readonly SourceHeader _header;
    private readonly CancellationToken _cancellationToken;
    private readonly IReadOnlyList<SourceContract> _contracts;
    private readonly List<SourceDiagnostic> _faults = [];
    private readonly List<(SourceContract Contract, ManifestContribution Contribution)> _contributions = [];

    public SourcePlugin(Compilation compilation, SyntaxTree tree, SourceHeader header, CancellationToken cancellationToken)
    {
        (_compilation, _header, _cancellationToken) = (compilation, header, cancellationToken);
        _model = compilation.GetSemanticModel(tree);
        _contracts = SourceContract.All(compilation);
        Read(tree);
    }

    /// <summary>What keeps the file from being a plugin, or may surprise its author.</summary>
    public IReadOnlyList<SourceDiagnostic> Faults => _faults;

    /// <summary>A plugin class for the contribution classes, or empty where the file has one itself.</summary>
    public string Generated { get; private set; } = "";

    /// <summary>Whether every id could be read.</summary>
    public bool ListsAllContributions { get; private set; } = true;

    public PluginManifest Manifest => new()
    {
        Id = _header.Id,
        Name = _header.Name,
        Version = _header.Version,
        Sdk = _header.Sdk,
        Assembly = $"{_header.AssemblyName}.dll",
        Description = _header.Description,
        Authors = _header.Authors,
        Licence = _header.Licence,
        Contributions = _contributions.GroupBy(pair => pair.Contract.Key)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<ManifestContribution>)[.. group.Select(pair => pair.Contribution)]),
    };

    private void Read(SyntaxTree tree)
    {
        var root = tree.GetRoot(_cancellationToken);
        var classes = root.DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Select(declaration => _model.GetDeclaredSymbol(declaration, _cancellationToken)).OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Where(type => type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false }).ToList();
        var plugin = SourceContract.Find(_compilation, typeof(IPlugin));
        var plugins = classes.Where(type => Implements(type, plugin)).ToList();
        if (plugins.Count(IsPublic) > 1)
        {
            foreach (var extra in plugins.Where(IsPublic).Skip(1))
            {
                Fault(extra, "VV0004", $"'{extra.Name}' is the file's second public class that implements {nameof(IPlugin)}, "
                    + $"after '{plugins.First(IsPublic).Name}'. A plugin has one; join them, or make a file of each.");
            }
        }
        else if (plugins.Find(IsPublic) is { } only)
        {
            CheckConstructor(only);
            ReadRegistrations(root);
        }
        else if (plugins.Count > 0)
        {
            Fault(plugins[0], "VV0005", $"'{plugins[0].Name}' implements {nameof(IPlugin)}, but is not public. Write 'public' before it.");
        }
        else
        {
            ReadContributionClasses(classes);
        }
    }

    private void ReadRegistrations(SyntaxNode root)
    {
        var reader = new ContributionReader(_model, _cancellationToken);
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (_model.GetSymbolInfo(call, _cancellationToken).Symbol is not IMethodSymbol { Name: nameof(IPluginContext.Register) } method
                || method.ContainingType.Name != nameof(IPluginContext) || method.TypeArguments is not [var type])
                continue;
            var contract = _contracts.FirstOrDefault(each => SymbolEqualityComparer.Default.Equals(each.Type, type));
            if (contract is null)
            {
                var fitting = _contracts.FirstOrDefault(each => Implements(type, each.Type));
                if (fitting is not null)
                {
                    var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                    Fault(call.GetLocation(), "VV0008", SourceSeverity.Warning,
                        $"This registers a {name} under its own type, where nobody looks for it. Write Register<{fitting.Type.Name}>(…).");
                }
                ListsAllContributions = false;
            }
            else if (call.ArgumentList.Arguments is [var argument] && reader.OfExpression(argument.Expression) is { } contribution)
            {
                _contributions.Add((contract, contribution));
            }
            else
            {
                ListsAllContributions = false;
            }
        }
    }

    private void ReadContributionClasses(List<INamedTypeSymbol> classes)
    {
        var reader = new ContributionReader(_model, _cancellationToken);
        var lines = new StringBuilder();
        INamedTypeSymbol? hidden = null;
        foreach (var type in classes)
        {
            foreach (var contract in _contracts.Where(contract => Implements(type, contract.Type)))
            {
                if (!IsPublic(type))
                {
                    hidden ??= type;
                    continue;
                }
                if (!CheckConstructor(type))
                    break;
                lines.AppendLine($"        context.Register<{Name(contract.Type)}>(new {Name(type)}());");
                if (reader.OfClass(type) is { } contribution)
                    _contributions.Add((contract, contribution));
                else
                    ListsAllContributions = false;
            }
        }
        Generated = $$"""
            public sealed class {{_header.AssemblyName.Replace('.', '_').Replace('-', '_')}}_Plugin : global::{{typeof(IPlugin).FullName}}
            {
                public void Activate(global::{{typeof(IPluginContext).FullName}} context)
                {
            {{lines}}    }
            }
            """;
        if (lines.Length > 0 || _faults.Count > 0)
            return;
        const string Wanted = "a public class that implements IPlugin, or public contribution classes (such as a network, an operation, a reader or a writer)";
        if (hidden is not null)
            Fault(hidden, "VV0005", $"'{hidden.Name}' is not public, and the file holds nothing else to load. Write 'public' before it.");
        else
            _faults.Add(new SourceDiagnostic(_header.Path, 0, 0, SourceSeverity.Error, "VV0006", $"The file is no plugin: it must hold {Wanted}."));
    }

    private bool CheckConstructor(INamedTypeSymbol type)
    {
        if (type.IsGenericType)
            Fault(type, "VV0007", $"'{type.Name}' has type parameters, so the program cannot make one. Take them away, or derive a class without them.");
        else if (!type.InstanceConstructors.Any(each => each.Parameters.Length == 0 && each.DeclaredAccessibility == Accessibility.Public))
            Fault(type, "VV0007", $"'{type.Name}' has no public constructor without parameters, so the program cannot make one. "
                + "Add it, or register the class from an IPlugin.");
        else
            return true;
        return false;
    }

    private void Fault(INamedTypeSymbol type, string id, string message) => Fault(type.Locations[0], id, SourceSeverity.Error, message);

    private void Fault(Location location, string id, SourceSeverity severity, string message)
    {
        var start = location.GetLineSpan().StartLinePosition;
        _faults.Add(new SourceDiagnostic(_header.Path, start.Line + 1, start.Character + 1, severity, id, message));
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool Implements(ITypeSymbol type, INamedTypeSymbol contract) =>
        SymbolEqualityComparer.Default.Equals(type, contract) || type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default);

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (at.DeclaredAccessibility != Accessibility.Public)
                return false;
        }
        return true;
    }
}
