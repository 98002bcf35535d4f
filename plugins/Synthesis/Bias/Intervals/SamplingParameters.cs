using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>How segmentations are drawn from probabilities.</summary>
internal record SamplingParameters
{
    [Parameter("Model", IsPath = true, Help = "The network that gives the probabilities: a run folder, or whatever predict.network takes.")]
    public string Model { get; init; } = "";

    [Parameter("Draws", Min = 4, Max = 10_000, Help = "How many segmentations are drawn.")]
    public int Draws { get; init; } = 40;

    [Parameter("Logit deviation", Min = 0.01, Max = 100, Help = "Standard deviation of what is added to the logarithm of each probability; that of a temperature, too.")]
    public double LogitDeviation { get; init; } = 1;

    [Parameter("Correlation length", Unit = "voxel", Min = 0.5, Max = 1000, Help = "ℓ of the part that varies in space, whose covariance is exp(−r²/2ℓ²); in voxels along x.")]
    public double CorrelationLength { get; init; } = 8;

    [Parameter("Common share", Min = 0, Max = 1, Help = "Share of the variance that is common to the whole volume: a threshold that is off everywhere alike.")]
    public double CommonShare { get; init; } = 0.5;

    [Parameter("Seed", Min = 0, Help = "Equal seeds give equal draws.")]
    public int Seed { get; init; } = 1;
}
