using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>How annotators label: the distributions that each virtual annotator is drawn from. The defaults are careful people, who differ nevertheless.</summary>
internal record AnnotatorParameters
{
    [Parameter("Annotators", Min = 1, Max = 200, Help = "How many annotators there are.")]
    public int Annotators { get; init; } = 5;

    [Parameter("Shifts", Help = "How far the first phase of a pair is drawn into the second, as mean and spread between annotators: NMC/pore=0.5±0.2;CBD/pore=-0.3. "
        + "Negative where it is drawn too small.")]
    public string Shifts { get; init; } = "";

    [Parameter("Shift spread", Min = 0, Max = 50, Help = "Standard deviation between annotators of the shifts of all pairs that are not named; their mean is 0.")]
    public double ShiftSpread { get; init; } = 0.5;

    [Parameter("Jitter", Min = 0, Max = 50, Help = "Standard deviation of the boundary's wander along itself.")]
    public double Jitter { get; init; } = 0.5;

    [Parameter("Jitter length", Min = 0.5, Max = 1000, Help = "Correlation length ℓ of the wander; its covariance is exp(−r²/2ℓ²).")]
    public double JitterLength { get; init; } = 6;

    [Parameter("Grey preference", Min = -50, Max = 50,
        Help = "How far a phase is drawn into its neighbour where the grey at the boundary is that phase's own; needs a grey volume. Negative against the grey.")]
    public double GreyPreference { get; init; }

    [Parameter("Grey preference spread", Min = 0, Max = 50, Help = "Standard deviation of the grey preference between annotators.")]
    public double GreyPreferenceSpread { get; init; }

    [Parameter("In micrometres", Help = "Whether shifts, wander and lengths are in µm; otherwise in voxels, of the length that they have along x.")]
    public bool InMicrometres { get; init; }

    [Parameter("Missed", Min = 0, Max = 1, Help = "Probability that a small object is missed; it gets the phase around it.")]
    public double Missed { get; init; } = 0.2;

    [Parameter("Missed below", Unit = "voxel", Min = 0, Max = int.MaxValue, Help = "Objects of fewer voxels are small.")]
    public int MissedBelow { get; init; } = 20;

    [Parameter("Swaps", Help = "Share of a phase that is labelled as another: CBD/pore=0.05 takes 5 % of CBD for pore, small objects whole, others in patches.")]
    public string Swaps { get; init; } = "";

    [Parameter("Swap length", Unit = "voxel", Min = 1, Max = 1000, Help = "Correlation length of the swapped patches; objects that fit into one are swapped whole.")]
    public double SwapLength { get; init; } = 8;

    [Parameter("Slices", Help = "The slices that are labelled, such as 10,50 or 10-12; the others are unlabelled. Empty for all; in a study, for three spread evenly.")]
    public string Slices { get; init; } = "";

    [Parameter("Slice by slice", Help = "Whether each slice is labelled by itself, as people do; otherwise boundaries are moved in space.")]
    public bool SliceBySlice { get; init; } = true;

    [Parameter("Seed", Min = 0, Help = "Equal seeds give equal annotators.")]
    public int Seed { get; init; } = 1;
}
