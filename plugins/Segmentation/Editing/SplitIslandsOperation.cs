using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The parameters of split.islands.</summary>
internal sealed record SplitIslandsParameters : EditParameters
{
    [Parameter("Phase", PhasesOf = "in", Help = "The phase to split, by name or value.")]
    public string Phase { get; init; } = "";

    [Parameter("At most", Unit = "pieces", Min = 2, Max = PhaseTable.MaxCount - 1, Help = "The largest pieces become phases; what is left stays with the largest of all.")]
    public int AtMost { get; init; } = 20;

    [Parameter("At least", Unit = "voxels", Min = 1, Help = "Smaller pieces become no phase.")]
    public int AtLeast { get; init; } = 1;

    [Parameter("Neighbours", Help = "Which voxels belong together: those that share a face (6), an edge too (18), or a corner too (26).")]
    public Neighbours Neighbours { get; init; }
}

/// <summary>split.islands: makes each piece of a phase a phase of its own.</summary>
internal static class SplitIslandsOperation
{
    public static Operation<SplitIslandsParameters> Create() => EditOperation.Create<SplitIslandsParameters>("split.islands", "Split into pieces",
        "Makes each piece of a phase that hangs together a phase of its own: the largest keeps the name, the others get it with a number.", Run);

    private static LabelVolume Run(LabelEdit edit, SplitIslandsParameters parameters)
    {
        var phase = edit.Phase(parameters.Phase, "phase");
        edit.Report(0, "finding pieces");
        var runs = new LabelRuns(edit.Shape, z => edit.Source.Slice(z), parameters.Neighbours, inSlices: false, edit.Parallel);
        var sizes = runs.Sizes();
        var room = Math.Min(parameters.AtMost, PhaseTable.MaxCount - edit.Phases.Count + 1);
        var pieces = Enumerable.Range(0, sizes.Length).Where(piece => sizes[piece] >= parameters.AtLeast && runs.ClassOf(piece) == phase)
            .OrderByDescending(piece => sizes[piece]).ThenBy(piece => piece).Take(room).ToList();
        if (pieces.Count == 0)
            throw new UserException($"The phase '{edit.Phases[phase].Name}' of '{edit.Layer.Name}' has no piece of {parameters.AtLeast} voxels or more.");
        var (table, labelOf, number) = (edit.Phases, new Dictionary<int, byte>(), 2);
        foreach (var piece in pieces.Skip(1))
        {
            var count = table.Count;
            while (table.Count == count)
                table = PhaseSet.WithPhase(table, $"{edit.Phases[phase].Name} {number++}");
            labelOf[piece] = (byte)count;
        }
        return edit.Map("writing labels", (z, before, after) =>
        {
            before.CopyTo(after);
            for (var y = 0; y < edit.Shape.Height; y++)
            {
                var (first, end) = runs.Row(z, y);
                for (var run = first; run < end; run++)
                {
                    if (labelOf.TryGetValue(runs.PieceOf(run), out var label))
                        after.Slice(y * edit.Shape.Width, edit.Shape.Width)[runs.Begin(run)..runs.End(run, end)].Fill(label);
                }
            }
        }, table);
    }
}
