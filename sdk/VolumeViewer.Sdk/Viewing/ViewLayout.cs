namespace VolumeViewer.Sdk;

/// <summary>Which views stand in the window.</summary>
public enum ViewLayout
{
    /// <summary>The three orthogonal slices and the 3-D view.</summary>
    FourUp,

    /// <summary>The 3-D view alone.</summary>
    Volume,

    /// <summary>The slice across z alone (rows down, columns right).</summary>
    SliceZ,

    /// <summary>The slice across y alone.</summary>
    SliceY,

    /// <summary>The slice across x alone.</summary>
    SliceX,

    /// <summary>The oblique slice and the 3-D view, above the three orthogonal slices.</summary>
    Oblique,

    /// <summary>The oblique slice alone.</summary>
    ObliquePlane,
}
