namespace VolumeViewer.Host.Panels;

/// <summary>How far a region reaches.</summary>
internal enum RegionScope
{
    /// <summary>The slice only.</summary>
    Slice,

    /// <summary>Some slices around it; for the wand a box.</summary>
    Slices,

    /// <summary>The volume.</summary>
    Volume,
}
