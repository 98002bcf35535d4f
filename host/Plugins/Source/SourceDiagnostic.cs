namespace VolumeViewer.Host.Plugins.Source;

/// <summary>Something the compiler says about a source file.</summary>
/// <param name="Path">Of the file.</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">From 1; 0 for the file as a whole.</param>
/// <param name="Severity">Only errors keep the file from being loaded.</param>
/// <param name="Id">"CS…" from the compiler, "VV…" from this program.</param>
/// <param name="Message">One sentence or more.</param>
internal sealed record SourceDiagnostic(string Path, int Line, int Column, SourceSeverity Severity, string Id, string Message)
{
    public bool IsError => Severity == SourceSeverity.Error;

    /// <summary>As editors and terminals know it, to jump to the place: "MyNet.cs(12,5): error CS1002: ; expected".</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"({Line},{Column})" : "";
        return $"{System.IO.Path.GetFileName(Path)}{place}: {(IsError ? "error" : "warning")} {Id}: {Message}";
    }
}
