using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>On which side of its border a phase becomes a shell.</summary>
internal enum ShellSide
{
    /// <summary>The outermost part of the phase stays.</summary>
    Inside,

    /// <summary>The shell lies around the phase, which goes.</summary>
    Outside,
}

/// <summary>The parameters of hollow.phase.</summary>
internal sealed record HollowParameters : EditParameters
{
    [Parameter("Phase", PhasesOf = "in", Help = "The phase to hollow out, by name or value.")]
    public string Phase { get; init; } = "";

    [Parameter("Thickness", Unit = "µm", Min = 0, Help = "How thick the shell is. In voxels where the voxel size is not known.")]
    public double Thickness { get; init; } = 1;

    [Parameter("Shell", Help = "Whether the shell is the outermost part of the phase, or lies around it.")]
    public ShellSide Shell { get; init; }

    [Parameter("Fill with", PhasesOf = "in", MoreThanPhases = "surroundings,unlabelled", Help = Replacement.Help)]
    public string FillWith { get; init; } = "unlabelled";
}

/// <summary>hollow.phase: makes a shell of a phase.</summary>
internal static class HollowOperation
{
    public static Operation<HollowParameters> Create() => EditOperation.Create<HollowParameters>("hollow.phase", "Hollow a phase",
        "Makes a shell of a phase, of its outermost part or around it. What was inside becomes unlabelled, or a phase.", Run);

    private static LabelVolume Run(LabelEdit edit, HollowParameters parameters)
    {
        var phase = edit.Phase(parameters.Phase, "phase");
        var (replacement, bound) = (Replacement.Parse(parameters.FillWith, edit.Phases), DistanceField.SquaredBound(parameters.Thickness));
        edit.Report(0, "measuring distances");
        var around = new PhaseDistance(edit, phase);
        if (parameters.Shell == ShellSide.Inside)
        {
            return edit.Map("hollowing", (z, before, after) =>
            {
                for (var i = 0; i < before.Length; i++)
                    after[i] = before[i] == phase && around.Squared[z][i] > bound ? around.Replace(replacement, z, i) : before[i];
            });
        }
        var toPhase = PhaseDistance.To(edit, phase);
        return edit.Map("hollowing", (z, before, after) =>
        {
            for (var i = 0; i < before.Length; i++)
                after[i] = before[i] == phase ? around.Replace(replacement, z, i) : toPhase[z][i] <= bound ? phase : before[i];
        });
    }
}
