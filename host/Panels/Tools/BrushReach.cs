namespace VolumeViewer.Host.Panels;

/// <summary>How deep a brush reaches in slices.</summary>
internal enum BrushReach
{
    /// <summary>The slice only.</summary>
    Slice,

    /// <summary>Some slices around it.</summary>
    Slices,

    /// <summary>As deep as it is wide: a ball or a cube.</summary>
    Ball,
}
