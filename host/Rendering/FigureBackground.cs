namespace VolumeViewer.Host.Rendering;

/// <summary>What a picture has behind the layers.</summary>
internal enum FigureBackground
{
    /// <summary>That of the window.</summary>
    Dark,

    /// <summary>Paper.</summary>
    White,

    /// <summary>Nothing: what is not covered lets through.</summary>
    Transparent,
}
