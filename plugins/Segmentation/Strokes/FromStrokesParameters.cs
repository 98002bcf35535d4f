using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The parameters of segment.from-strokes.</summary>
internal sealed record FromStrokesParameters
{
    [Parameter("Segmenter", ChoicesFrom = typeof(ILiveSegmenter), Help = "Who learns from the strokes.")]
    public string Segmenter { get; init; } = "random-forest";

    [Parameter("Options", Help = "Parameters of the segmenter, such as trees=50,seed=2; those left out have their defaults.")]
    public string Options { get; init; } = "";

    [Parameter("Unlabelled value", Help = "The value that stands for unlabelled voxels in the file of the strokes, where it is a phase there.")]
    public int? UnlabelledValue { get; init; }

    [Parameter("Probability", Help = "Whether the probability of the labels becomes a layer too: 255 stands for 1.")]
    public bool Probability { get; init; }

    [Parameter("Uncertainty", Help = "Whether the uncertainty becomes a layer too: the entropy of the probabilities, 255 where all phases are equally probable.")]
    public bool Uncertainty { get; init; }
}
