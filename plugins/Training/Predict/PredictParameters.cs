using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>The parameters of predict.network.</summary>
internal sealed record PredictParameters
{
    [Parameter("Model", IsPath = true,
        Help = "The run folder of a training, or a TorchScript file (.pt) with its sidecar (.json) beside it. Of several, with semicolons between them, the probabilities are averaged.")]
    public string Model { get; init; } = "";

    [Parameter("Weights", Help = "Those of the last epoch, or of the one that was best by the regions held back, which a small region tells only roughly.")]
    public WeightsChoice Weights { get; init; } = WeightsChoice.Last;

    [Parameter("Probabilities", Help = "Also give the probability of each phase, as an image from 0 to 255.")]
    public bool Probabilities { get; init; }

    [Parameter("Entropy", Help = "Also give how undecided each voxel is, from 0 (certain) to 255 (all phases equally probable).")]
    public bool Entropy { get; init; }

    [Parameter("Axes", Help = "Along which axis slices are taken; 'all' takes all three in turn, averages the probabilities, and tells where the three disagree.")]
    public SliceAxes Axes { get; init; } = SliceAxes.Z;

    [Parameter("Flips", Help = "Whether each slice is also looked at mirrored and transposed (blocks: mirrored), and the eight probabilities averaged.")]
    public FlipsChoice Flips { get; init; } = FlipsChoice.None;

    [Parameter("Overlap", Min = 0, Max = 0.9,
        Help = "Share of a patch that the next one covers too; what overlaps is averaged, and counts more near a patch's middle. 0: patches that give what the whole slice gives.")]
    public double Overlap { get; init; }

    [Parameter("Patch size", Unit = "voxel", Min = 0, Max = 16384,
        Help = "Edge of the patches that large slices are cut into; 0 to choose. Without overlap the labels do not depend on it.")]
    public int PatchSize { get; init; }

    [Parameter("Memory", Unit = "GiB", Min = 0.25, Max = 4096, Help = "What the prediction may take, however large the volume is.")]
    public double Memory { get; init; } = 2;

    [Parameter("Resume", Help = "Go on with a prediction to the same file that was cancelled or killed. The result is the same, bit by bit.")]
    public bool Resume { get; init; }

    [Parameter("Device", Help = "Where to compute.")]
    public ComputeDevice Device { get; init; } = ComputeDevice.Auto;

    [Parameter("Mixed precision", Help = "On a graphics card, compute layers in half precision. The processor always takes single precision.")]
    public bool MixedPrecision { get; init; } = true;
}
