using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>The parameters of segment.random-forest.</summary>
internal sealed record RandomForestParameters
{
    [Parameter("Training data", IsPath = true,
        Help = "Learns from files instead of a labels layer: a folder in which N_label.tif holds the labels of N.tif, or a grey volume (see Training labels).")]
    public string Training { get; init; } = "";

    [Parameter("Training labels", IsPath = true, Help = "The labels of the training data, where that is one volume.")]
    public string TrainingLabels { get; init; } = "";

    [Parameter("Slices", Help = "Slices of the training data to learn from, such as 1,100 or 0-50; empty for all.")]
    public string Slices { get; init; } = "";

    [Parameter("Unlabelled value", Help = "The value of voxels that nobody labelled, in files of labels; empty when all are labelled.")]
    public int? UnlabelledValue { get; init; }

    [Parameter("Forest", IsPath = true, Help = "Uses a forest that was saved, and learns nothing.")]
    public string Forest { get; init; } = "";

    [Parameter("Save forest", IsPath = true, Help = "Saves the forest to this file, such as my.forest, to use it again.")]
    public string SaveForest { get; init; } = "";

    [Parameter("Scales", Min = FeatureSettings.LeastScale, Max = FeatureSettings.GreatestScale, Unit = "voxels",
        Help = "Standard deviations of the filters' Gaussians, in voxels of the finest axis.")]
    public IReadOnlyList<double> Scales { get; init; } = [1, 2, 4, 8, 16];

    [Parameter("Features", Help = "What is measured: some of grey, gaussian, gradient, laplacian, difference, hessian, structure, minimum, maximum, mean, median, "
        + "variance, separated by commas; empty for all.")]
    public string Features { get; init; } = "";

    [Parameter("Dimensions", Min = 2, Max = 3, Help = "2 looks at each slice alone; 3 at its neighbours too.")]
    public int Dimensions { get; init; } = 2;

    [Parameter("Normalisation", Help = "How grey values are made comparable; kept with the forest.")]
    public GreyNormalisation Normalisation { get; init; } = GreyNormalisation.SliceZScore;

    [Parameter("Trees", Min = 1, Max = 2000, Help = "More are steadier and slower.")]
    public int Trees { get; init; } = 100;

    [Parameter("Depth", Min = 1, Max = 64, Help = "Most decisions between the root of a tree and a leaf.")]
    public int MaxDepth { get; init; } = 32;

    [Parameter("Smallest leaf", Min = 1, Max = 1_000_000, Unit = "voxels", Help = "Greater leaves average over noisy labels.")]
    public int MinLeaf { get; init; } = 2;

    [Parameter("Features tried", Min = 0, Max = FeatureSettings.MaxCount, Help = "Features tried at each decision; 0 for the square root of their number.")]
    public int Tried { get; init; }

    [Parameter("Balance", Help = "Whether each tree draws as many voxels of every phase, so that rare phases count as much as common ones.")]
    public bool Balance { get; init; }

    [Parameter("Training voxels", Min = 100, Max = 10_000_000, Help = "Where more voxels are labelled, a random part of about this number is learnt from.")]
    public int MaxVoxels { get; init; } = 100_000;

    [Parameter("Probabilities", Help = "Gives the probability of each phase as a layer too; 255 stands for 1.")]
    public bool Probabilities { get; init; }

    [Parameter("Uncertainty", Help = "Gives the entropy of the probabilities as a layer too; 255 stands for all phases being equally probable.")]
    public bool Uncertainty { get; init; }

    [Parameter("Seed", Min = 0, Help = "Equal seeds give equal forests.")]
    public int Seed { get; init; } = 1;
}
