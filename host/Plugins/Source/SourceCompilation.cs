namespace VolumeViewer.Host.Plugins.Source;

/// <summary>What became of a source file: an assembly with its manifest, or errors.</summary>
internal sealed record SourceCompilation
{
    /// <summary>All that was said, by line.</summary>
    public required IReadOnlyList<SourceDiagnostic> Diagnostics { get; init; }

    /// <summary>Null where there are errors.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>
    /// Whether the manifest lists all that the plugin brings. It does not where ids are only known when the code runs: those are to be listed after activation.
    /// </summary>
    public bool ListsAllContributions { get; init; }

    /// <summary>The assembly's file; empty where there are errors.</summary>
    public byte[] Assembly { get; init; } = [];

    /// <summary>Its symbols as a portable pdb, with the path of the source, so that stack traces tell lines.</summary>
    public byte[] Symbols { get; init; } = [];

    public bool Succeeded => Manifest is not null;

    /// <summary>The errors, one a line.</summary>
    public string ErrorText => string.Join(Environment.NewLine, Diagnostics.Where(diagnostic => diagnostic.IsError));
}
