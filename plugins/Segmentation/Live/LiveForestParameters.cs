using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Live;

/// <summary>The parameters of the live segmenter random-forest; they mean what they mean for segment.random-forest.</summary>
internal sealed record LiveForestParameters
{
    [Parameter("Scales", Min = FeatureSettings.LeastScale, Max = FeatureSettings.GreatestScale, Unit = "voxels",
        Help = "Standard deviations of the filters' Gaussians, in voxels of the finest axis.")]
    public IReadOnlyList<double> Scales { get; init; } = [1, 2, 4, 8, 16];

    [Parameter("Features", Help = "What is measured: some of grey, gaussian, gradient, laplacian, difference, hessian, structure, minimum, maximum, mean, median, "
        + "variance, separated by commas; empty for all.")]
    public string Features { get; init; } = "";

    [Parameter("Dimensions", Min = 2, Max = 3, Help = "2 looks at each slice alone, and is quick; 3 at its neighbours too.")]
    public int Dimensions { get; init; } = 2;

    [Parameter("Normalisation", Help = "How grey values are made comparable.")]
    public GreyNormalisation Normalisation { get; init; } = GreyNormalisation.SliceZScore;

    [Parameter("Trees", Min = 1, Max = 2000, Help = "More are steadier and slower.")]
    public int Trees { get; init; } = 100;

    [Parameter("Smallest leaf", Min = 1, Max = 1_000_000, Unit = "voxels", Help = "Greater leaves average over strokes that are not quite right.")]
    public int MinLeaf { get; init; } = 2;

    [Parameter("Balance", Help = "Whether each tree draws as many voxels of every phase, so that it does not matter how much of each was painted.")]
    public bool Balance { get; init; } = true;

    [Parameter("Seed", Min = 0, Help = "Equal seeds give equal forests.")]
    public int Seed { get; init; } = 1;
}
