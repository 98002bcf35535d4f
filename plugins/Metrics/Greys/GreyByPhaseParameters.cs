using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Greys;

/// <summary>The parameters of measure.grey-by-phase.</summary>
internal sealed record GreyByPhaseParameters : MeasureParameters
{
    [Parameter("Phases", PhasesOf = "in", ManyPhases = true, Help = "Phases to measure, by name or file value, separated by commas; empty for all.")]
    public string Phase { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";

    [Parameter("Bins", Min = 2, Max = 4096, Help = "Bins of the histograms that are drawn.")]
    public int Bins { get; init; } = 256;
}
