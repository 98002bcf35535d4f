namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Along which axis a volume is cut into slices.</summary>
internal enum SliceAxes
{
    /// <summary>Slices of rows and columns.</summary>
    Z,

    /// <summary>Slices across the rows.</summary>
    Y,

    /// <summary>Slices across the columns.</summary>
    X,

    /// <summary>All three in turn.</summary>
    All,
}
