namespace VolumeViewer.Sdk;

/// <summary>How two groups of layers are shown against each other.</summary>
public enum ComparisonMode
{
    /// <summary>Every view twice, the first group on the left; slice, zoom, camera and crosshair are shared.</summary>
    SideBySide,

    /// <summary>The first group left of a divider that can be dragged, the second right of it.</summary>
    Swipe,

    /// <summary>One group after the other in the same place.</summary>
    Flicker,

    /// <summary>The groups in alternate fields of a chessboard; the first has the upper left field.</summary>
    Checkerboard,

    /// <summary>Every visible layer in a picture of its own, all linked. The groups do not matter.</summary>
    Grid,
}
