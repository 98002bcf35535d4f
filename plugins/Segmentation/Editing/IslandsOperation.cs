using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>What becomes of the pieces of a phase.</summary>
internal enum IslandChoice
{
    /// <summary>Those that are too small go.</summary>
    RemoveSmall,

    /// <summary>All but the largest of each phase go.</summary>
    KeepLargest,
}

/// <summary>The parameters of remove.islands.</summary>
internal sealed record IslandsParameters : EditParameters
{
    [Parameter("Pieces", Help = "Whether small pieces are removed, or all but the largest of each phase.")]
    public IslandChoice Pieces { get; init; }

    [Parameter("Phases", PhasesOf = "in", ManyPhases = true, Help = "The phases to look at, by name or value with commas between; empty for all.")]
    public string Phases { get; init; } = "";

    [Parameter("Smaller than", Unit = "voxels", Min = 0, Help = "Pieces of fewer voxels are removed.")]
    public int SmallerThan { get; init; } = 100;

    [Parameter("Smaller than", Unit = "µm³", Min = 0, Help = "Pieces of a smaller volume are removed too; in voxels where the voxel size is not known.")]
    public double? SmallerThanVolume { get; init; }

    [Parameter("Neighbours", Help = "Which voxels belong together: those that share a face (6), an edge too (18), or a corner too (26).")]
    public Neighbours Neighbours { get; init; }

    [Parameter("Replace by", PhasesOf = "in", MoreThanPhases = "surroundings,unlabelled", Help = Replacement.Help)]
    public string ReplaceBy { get; init; } = Replacement.Surroundings;
}

/// <summary>remove.islands: takes away pieces of phases.</summary>
internal static class IslandsOperation
{
    public static Operation<IslandsParameters> Create() => EditOperation.Create<IslandsParameters>("remove.islands", "Remove islands",
        "Takes away pieces of phases that are too small, or all but the largest piece of each. They become what is around them, unlabelled, or a phase.", Run);

    private static LabelVolume Run(LabelEdit edit, IslandsParameters parameters)
    {
        var phases = PhaseSet.ParseOrAll(parameters.Phases, edit.Phases);
        var replacement = Replacement.Parse(parameters.ReplaceBy, edit.Phases);
        edit.Report(0, "finding pieces");
        var runs = new LabelRuns(edit.Shape, z => edit.Source.Slice(z), parameters.Neighbours, inSlices: false, edit.Parallel);
        edit.Report(0.5, "removing pieces");
        var isRemoved = Choose(runs, phases, parameters, edit.Spacing);
        var labels = new PieceLabels(edit.Shape, runs, isRemoved, replacement, edit.Token).Labels;
        return edit.Map("writing labels", (z, _, after) =>
        {
            for (var y = 0; y < edit.Shape.Height; y++)
            {
                var (first, end) = runs.Row(z, y);
                var row = after.Slice(y * edit.Shape.Width, edit.Shape.Width);
                for (var run = first; run < end; run++)
                    row[runs.Begin(run)..runs.End(run, end)].Fill(labels[runs.PieceOf(run)]);
            }
        });
    }

    private static bool[] Choose(LabelRuns runs, bool[] phases, IslandsParameters parameters, Spacing spacing)
    {
        var sizes = runs.Sizes();
        var least = Math.Max(parameters.SmallerThan, (parameters.SmallerThanVolume ?? 0) / (spacing.Z * spacing.Y * spacing.X));
        var largest = new int[LabelVolume.Unlabelled + 1];
        Array.Fill(largest, -1);
        for (var piece = 0; piece < sizes.Length; piece++)
        {
            ref var best = ref largest[runs.ClassOf(piece)];
            if (sizes[piece] > 0 && (best < 0 || sizes[piece] > sizes[best]))
                best = piece;
        }
        var isRemoved = new bool[sizes.Length];
        for (var piece = 0; piece < sizes.Length; piece++)
        {
            isRemoved[piece] = sizes[piece] > 0 && phases[runs.ClassOf(piece)]
                && (parameters.Pieces == IslandChoice.KeepLargest ? largest[runs.ClassOf(piece)] != piece : sizes[piece] < least);
        }
        return isRemoved;
    }
}
