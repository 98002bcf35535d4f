namespace VolumeViewer.Sdk.Neural;

/// <summary>How grey values are made comparable before a network sees them.</summary>
public enum NormalisationKind
{
    /// <summary>Every slice to mean 0 and standard deviation 1: takes away drift from slice to slice.</summary>
    SliceZScore,

    /// <summary>Every volume to mean 0 and standard deviation 1.</summary>
    VolumeZScore,

    /// <summary>By the mean and standard deviation of the training slices: keeps absolute grey values.</summary>
    DatasetZScore,

    /// <summary>The 0.5 % and 99.5 % percentiles of the training slices to −1 and 1: keeps absolute grey values, and outliers count little.</summary>
    DatasetPercentile,
}
