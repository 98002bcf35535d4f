namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>How grey values are made comparable.</summary>
internal enum GreyNormalisation
{
    /// <summary>Every slice by its own mean and standard deviation: for scans whose greys drift from slice to slice.</summary>
    SliceZScore,

    /// <summary>Every volume by its own mean and standard deviation.</summary>
    VolumeZScore,

    /// <summary>Everything by the mean and standard deviation of the training data: the greys mean the same everywhere.</summary>
    DatasetZScore,
}
