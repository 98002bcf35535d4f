using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>What all operations that change labels have in common: where they may change them.</summary>
internal abstract record EditParameters
{
    [Parameter("Change only", PhasesOf = "in", ManyPhases = true, MoreThanPhases = "unlabelled", Order = 1, Help = "The phases whose voxels may change, by name or value with commas between, 'unlabelled' among them; empty for all.")]
    public string ChangeOnly { get; init; } = "";

    [Parameter("Grey from", Order = 1, Help = "Only voxels that are at least this bright may change; needs the input 'grey'.")]
    public double? GreyFrom { get; init; }

    [Parameter("Grey to", Order = 1, Help = "Only voxels that are at most this bright may change; needs the input 'grey'.")]
    public double? GreyTo { get; init; }
}
