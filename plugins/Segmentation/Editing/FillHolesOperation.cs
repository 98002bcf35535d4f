using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The parameters of fill.holes.</summary>
internal sealed record FillHolesParameters : EditParameters
{
    [Parameter("Phase", PhasesOf = "in", Help = "The phase whose holes are filled, by name or value.")]
    public string Phase { get; init; } = "";

    [Parameter("Up to", Unit = "µm³", Min = 0, Help = "Only holes of at most this volume are filled; empty for all. In voxels where the voxel size is not known.")]
    public double? UpTo { get; init; }

    [Parameter("In slices", Help = "Looks at each z-slice by itself: what is enclosed there is a hole, even if it is open above or below.")]
    public bool InSlices { get; init; }

    [Parameter("Neighbours", Help = "Which voxels of a hole belong together: those that share a face (6), an edge too (18), or a corner too (26).")]
    public Neighbours Neighbours { get; init; }
}

/// <summary>fill.holes: gives a phase what it encloses.</summary>
internal static class FillHolesOperation
{
    public static Operation<FillHolesParameters> Create() => EditOperation.Create<FillHolesParameters>("fill.holes", "Fill holes",
        "Gives a phase all that it encloses: whatever is not connected to the outside of the volume except through it.", Run);

    private static LabelVolume Run(LabelEdit edit, FillHolesParameters parameters)
    {
        var phase = edit.Phase(parameters.Phase, "phase");
        var shape = edit.Shape;
        edit.Report(0, "finding holes");
        var runs = new LabelRuns(shape, z => IsPhase(edit.Source.Slice(z), phase), parameters.Neighbours, parameters.InSlices, edit.Parallel);
        var sizes = runs.Sizes();
        var most = (parameters.UpTo ?? double.PositiveInfinity) / (edit.Spacing.Z * edit.Spacing.Y * edit.Spacing.X);
        var isOpen = new bool[runs.Count()];
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                var (first, end) = runs.Row(z, y);
                var isEdge = y == 0 || y == shape.Height - 1 || (!parameters.InSlices && (z == 0 || z == shape.Depth - 1));
                isOpen[runs.PieceOf(first)] = isOpen[runs.PieceOf(end - 1)] = true;
                for (var run = first; isEdge && run < end; run++)
                    isOpen[runs.PieceOf(run)] = true;
            }
        }
        return edit.Map("filling", (z, before, after) =>
        {
            before.CopyTo(after);
            for (var y = 0; y < shape.Height; y++)
            {
                var (first, end) = runs.Row(z, y);
                for (var run = first; run < end; run++)
                {
                    var piece = runs.PieceOf(run);
                    if (runs.ClassOf(run) == 0 && !isOpen[piece] && sizes[piece] <= most)
                        after.Slice(y * shape.Width, shape.Width)[runs.Begin(run)..runs.End(run, end)].Fill(phase);
                }
            }
        });
    }

    private static byte[] IsPhase(ReadOnlySpan<byte> labels, byte phase)
    {
        var classes = new byte[labels.Length];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = labels[i] == phase ? (byte)1 : (byte)0;
        return classes;
    }
}
