using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Which data to train on; the same for training, for looking at what it will see, and for the report about them.</summary>
internal abstract record DataParameters
{
    [Parameter("Labels", IsPath = true,
        Help = "A label volume of the same shape, when the input is one grey volume; empty for a folder of slices with labels.")]
    public string Labels { get; init; } = "";

    [Parameter("More data", Help = "Further volumes to train on: folders, or pairs GREY=LABELS, separated by semicolons.")]
    public string More { get; init; } = "";

    [Parameter("First slice", Min = 0, Help = "First slice to use of a labelled volume.")]
    public int FirstSlice { get; init; }

    [Parameter("Last slice", Min = -1, Help = "Last slice to use of a labelled volume; −1 for its last.")]
    public int LastSlice { get; init; } = -1;

    [Parameter("Slices", Help = "Names of the slices to train on, such as 1,100 or 0-50, or NAME:0-50 in a volume of that name; empty for all.")]
    public string Slices { get; init; } = "";

    [Parameter("Validation slices", Help = "Names of slices to hold back for validation; empty holds back the bottom of every slice.")]
    public string Validation { get; init; } = "";

    [Parameter("Hold back", Min = 0, Max = 0.5,
        Help = "Share of every slice, at its bottom, that is held back when no validation slices are named; 0 trains on everything, and judges by it.")]
    public double HoldBack { get; init; } = 0.1;

    [Parameter("Phase names", Help = "Names of the phases by ascending label value, separated by commas.")]
    public string PhaseNames { get; init; } = "";

    [Parameter("Label values", Help = "The label values of the phases, such as 0,128,255, when the label images hold values in between: each voxel gets the nearest. "
        + "Empty to take every value for a phase.")]
    public IReadOnlyList<double> LabelValues { get; init; } = [];

    [Parameter("Unlabelled value", Help = "The value of voxels that nobody labelled, which then teach nothing; empty when all are labelled.")]
    public int? Unlabelled { get; init; }

    /// <summary>Names of slices that are not to be learned from or judged by, since they are kept for a test.</summary>
    internal virtual string Excluded => "";
}
