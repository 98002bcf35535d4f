using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The parameters of grow.margin.</summary>
internal sealed record MarginParameters : EditParameters
{
    [Parameter("Phase", PhasesOf = "in", Help = "The phase to grow or shrink, by name or value.")]
    public string Phase { get; init; } = "";

    [Parameter("Margin", Unit = "µm", Help = "How far it grows; below 0 it shrinks. In voxels where the voxel size is not known.")]
    public double Margin { get; init; } = 1;

    [Parameter("Replace by", PhasesOf = "in", MoreThanPhases = "surroundings,unlabelled", Help = Replacement.Help)]
    public string ReplaceBy { get; init; } = Replacement.Surroundings;
}

/// <summary>grow.margin: grows or shrinks a phase by a distance.</summary>
internal static class MarginOperation
{
    public static Operation<MarginParameters> Create() => EditOperation.Create<MarginParameters>("grow.margin", "Grow or shrink a phase",
        "Takes in every voxel that is at most the margin away from the phase, or takes away every voxel that is at most so far from its outside. Distances are exact, also in voxels that are no cubes.", Run);

    private static LabelVolume Run(LabelEdit edit, MarginParameters parameters)
    {
        var phase = edit.Phase(parameters.Phase, "phase");
        if (!double.IsFinite(parameters.Margin) || parameters.Margin == 0)
            throw new UserException($"--margin is {parameters.Margin}: give a length to grow by, or one below 0 to shrink by.");
        var replacement = Replacement.Parse(parameters.ReplaceBy, edit.Phases);
        var bound = DistanceField.SquaredBound(parameters.Margin);
        edit.Report(0, "measuring distances");
        if (parameters.Margin > 0)
        {
            var toPhase = PhaseDistance.To(edit, phase);
            return edit.Map("growing", (z, before, after) =>
            {
                for (var i = 0; i < before.Length; i++)
                    after[i] = toPhase[z][i] <= bound ? phase : before[i];
            });
        }
        var around = new PhaseDistance(edit, phase);
        return edit.Map("shrinking", (z, before, after) =>
        {
            for (var i = 0; i < before.Length; i++)
                after[i] = before[i] == phase && around.Squared[z][i] <= bound ? around.Replace(replacement, z, i) : before[i];
        });
    }
}
