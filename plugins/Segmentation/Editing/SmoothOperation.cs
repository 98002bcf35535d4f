using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>How borders are smoothed.</summary>
internal enum SmoothingMethod
{
    /// <summary>The most frequent label within the radius; of one phase, whether it fills more than half.</summary>
    Median,

    /// <summary>Takes away what a ball does not fit into.</summary>
    Opening,

    /// <summary>Fills what a ball does not fit into from outside.</summary>
    Closing,

    /// <summary>Blurs one phase and cuts it at one half.</summary>
    Gaussian,

    /// <summary>Blurs all phases, and takes the greatest share: phases that touched still touch.</summary>
    Joint,
}

/// <summary>The parameters of smooth.labels.</summary>
internal sealed record SmoothParameters : EditParameters
{
    [Parameter("Method", Help = "Median: the most frequent label nearby. Opening: takes away what is thinner than a ball. Closing: fills gaps narrower than a ball. Gaussian: blurs one phase. Joint: blurs all, and leaves no gaps between them.")]
    public SmoothingMethod Method { get; init; }

    [Parameter("Radius", Unit = "µm", Min = 0, Help = "Radius of the ball; for Gaussian and joint the standard deviation. In voxels where the voxel size is not known.")]
    public double Radius { get; init; } = 1;

    [Parameter("Phase", PhasesOf = "in", Help = "The phase to smooth, by name or value. Median takes all phases where it is empty; joint always does.")]
    public string Phase { get; init; } = "";

    [Parameter("Replace by", PhasesOf = "in", MoreThanPhases = "surroundings,unlabelled", Help = Replacement.Help)]
    public string ReplaceBy { get; init; } = Replacement.Surroundings;
}

/// <summary>smooth.labels: smooths the borders of phases.</summary>
internal static class SmoothOperation
{
    public static Operation<SmoothParameters> Create() => EditOperation.Create<SmoothParameters>("smooth.labels", "Smooth labels",
        "Smooths the borders of one phase or of all. Radii are lengths, so voxels that are no cubes are smoothed alike in all directions. Unlabelled voxels have no vote.", Run);

    private static LabelVolume Run(LabelEdit edit, SmoothParameters parameters)
    {
        if (!(parameters.Radius > 0) || !double.IsFinite(parameters.Radius))
            throw new UserException($"--radius is {parameters.Radius}: give a length above 0.");
        var replacement = Replacement.Parse(parameters.ReplaceBy, edit.Phases);
        byte? phase = string.IsNullOrWhiteSpace(parameters.Phase) && parameters.Method is SmoothingMethod.Median or SmoothingMethod.Joint ? null : edit.Phase(parameters.Phase, "phase");
        switch (parameters.Method)
        {
            case SmoothingMethod.Median:
                var filter = new MajorityFilter(edit.Source, parameters.Radius);
                return edit.Map("counting neighbours", (z, _, after) => filter.Apply(z, after, phase, replacement, edit.Token));
            case SmoothingMethod.Opening:
                return Opening.Open(edit, phase!.Value, parameters.Radius, replacement);
            case SmoothingMethod.Closing:
                return Opening.Close(edit, phase!.Value, parameters.Radius);
            case SmoothingMethod.Gaussian:
                return GaussianVote.One(edit, phase!.Value, parameters.Radius, replacement);
            default:
                return GaussianVote.All(edit, parameters.Radius);
        }
    }
}
