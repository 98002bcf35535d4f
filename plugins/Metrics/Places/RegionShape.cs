namespace VolumeViewer.Plugins.Metrics.Places;

/// <summary>The shape of a region.</summary>
internal enum RegionShape
{
    /// <summary>A box along the axes.</summary>
    Box,

    /// <summary>A rectangle of the slice through the first corner.</summary>
    Rectangle,

    /// <summary>The ellipse in that rectangle.</summary>
    Ellipse,
}
