using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>The parameters of measure.connectivity.</summary>
internal sealed record ConnectivityParameters : MeasureParameters
{
    [Parameter("Neighbours", Min = 6, Max = 26, Help = "6: voxels are joined by faces; 18: by edges too; 26: by corners too.")]
    public int Neighbours { get; init; } = 6;

    [Parameter("Phases", PhasesOf = "in", ManyPhases = true, Help = "Phases to measure, by name or file value, separated by commas; empty for all.")]
    public string Phase { get; init; } = "";

    [Parameter("Exclude", PhasesOf = "in", ManyPhases = true, Help = "Phases to leave out, by name or file value, separated by commas.")]
    public string Exclude { get; init; } = "";

    [Parameter("Periodic", Help = "Takes the volume to repeat at its faces: numbers and sizes count components that go on at the opposite face as one; what percolates along an axis may "
        + "go through the four other faces, as with the periodic sides of measure.tortuosity. Not with a mask or excluded phases.")]
    public bool Periodic { get; init; }

    [Parameter("Intervals", Help = "Gives intervals from the scatter between the eight halves of the volume along each axis; takes as long as the measure itself.")]
    public bool Intervals { get; init; } = true;

    [Parameter("Classes as a layer", Help = "Makes a labels layer of what percolates, ends dead or is isolated along the axis.")]
    public bool ClassLayer { get; init; }

    [Parameter("Axis", Help = "Axis of the layer.")]
    public Axis Axis { get; init; } = Axis.Z;
}
