namespace VolumeViewer.Sdk;

/// <summary>What each point of a layer is drawn as. In 3-D all but balls are flat and face the eye.</summary>
public enum PointSymbol
{
    /// <summary>A lit ball; in slices the disc in which it is cut.</summary>
    Ball,

    /// <summary>A ring.</summary>
    Ring,

    /// <summary>A square that stands on an edge.</summary>
    Square,

    /// <summary>A square that stands on a corner.</summary>
    Diamond,

    /// <summary>Two bars, upright and level.</summary>
    Cross,
}
