namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>What a new plugin brings.</summary>
internal enum PluginKind
{
    /// <summary>An operation from an image to labels.</summary>
    Segmenter,

    /// <summary>A network architecture.</summary>
    Network,

    /// <summary>An operation from labels to a table.</summary>
    Measurement,

    /// <summary>An operation that makes a volume.</summary>
    Generator,

    /// <summary>A reader of a file format.</summary>
    Reader,
}
