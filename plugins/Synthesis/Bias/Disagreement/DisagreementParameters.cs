using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Disagreement;

/// <summary>The parameters of measure.disagreement.</summary>
internal sealed record DisagreementParameters
{
    [Parameter("More labels", IsPath = true, Help = "Files with further labels of the same volume, with semicolons between them.")]
    public string More { get; init; } = "";

    [Parameter("Places", Min = 1, Max = 1000, Help = "How many of the worst places to list.")]
    public int Places { get; init; } = 20;

    [Parameter("Smoothing", Unit = "voxel", Min = 0, Max = 50, Help = "Standard deviation of the Gaussian that the disagreement is averaged with before places are looked for.")]
    public double Smoothing { get; init; } = 2;

    [Parameter("Apart", Unit = "voxel", Min = 1, Max = 1000, Help = "Least distance between two places in the list.")]
    public double Apart { get; init; } = 10;
}
