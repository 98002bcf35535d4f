using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>The parameters of measure.probability-intervals.</summary>
internal sealed record IntervalsParameters : SamplingParameters
{
    [Parameter("Probabilities", IsPath = true, Help = "In place of a grey volume and a model: the probability images that predict.network wrote, in the order of the phases, "
        + "with semicolons between them.")]
    public string Probabilities { get; init; } = "";

    [Parameter("Phase names", Help = "Names of the phases of those images, separated by commas.")]
    public string PhaseNames { get; init; } = "";

    [Parameter("Calibration", IsPath = true, Help = "The calibration.json of study.interval-calibration; its sampling takes the place of the one given here.")]
    public string Calibration { get; init; } = "";

    [Parameter("Tortuosity", Help = "Whether to measure the tortuosity factors of every draw too, which takes its time.")]
    public bool Tortuosity { get; init; }
}
