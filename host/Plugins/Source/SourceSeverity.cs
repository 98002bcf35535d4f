namespace VolumeViewer.Host.Plugins.Source;

/// <summary>How much a diagnostic matters.</summary>
internal enum SourceSeverity
{
    /// <summary>The plugin can be loaded all the same.</summary>
    Warning,

    /// <summary>There is no plugin.</summary>
    Error,
}
