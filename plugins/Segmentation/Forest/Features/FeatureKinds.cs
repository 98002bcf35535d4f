namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>What is measured of the greys around a voxel. Docs: docs/random-forest.md.</summary>
[Flags]
internal enum FeatureKinds
{
    /// <summary>The grey itself, once and not per scale.</summary>
    Grey = 1,

    /// <summary>Smoothed by a Gaussian.</summary>
    Gaussian = 1 << 1,

    /// <summary>Length of the gradient of the smoothed greys.</summary>
    Gradient = 1 << 2,

    /// <summary>Sum of the second derivatives of the smoothed greys.</summary>
    Laplacian = 1 << 3,

    /// <summary>Smoothed at the scale before (the grey itself before the first), less smoothed at this one.</summary>
    Difference = 1 << 4,

    /// <summary>Eigenvalues of the second derivatives of the smoothed greys, falling.</summary>
    Hessian = 1 << 5,

    /// <summary>Eigenvalues of the products of the gradient with itself, smoothed over half the scale, falling.</summary>
    Structure = 1 << 6,

    /// <summary>Least grey of a box.</summary>
    Minimum = 1 << 7,

    /// <summary>Greatest grey of a box.</summary>
    Maximum = 1 << 8,

    /// <summary>Mean grey of a box.</summary>
    Mean = 1 << 9,

    /// <summary>Median of samples spread over a box.</summary>
    Median = 1 << 10,

    /// <summary>Variance of the greys of a box.</summary>
    Variance = 1 << 11,

    /// <summary>Everything.</summary>
    All = (1 << 12) - 1,
}
