using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The parameters of grow.seeds.</summary>
internal sealed record GrowSeedsParameters : EditParameters, IUnlabelledValue
{
    [Parameter("Locality", Unit = "%", Min = 0, Max = 50,
        Help = "What a voxel of way costs, as a share of the range of greys: the greater, the closer to its seed a phase stays, and the less grey values count.")]
    public double Locality { get; init; }

    [Parameter("Unlabelled value", Order = 1, Help = "The value that stands for unlabelled voxels in the file, where it is a phase there.")]
    public int? UnlabelledValue { get; init; }
}

/// <summary>grow.seeds: labels every voxel by the seed that it is most like on the way.</summary>
internal static class GrowSeedsOperation
{
    public static Operation<GrowSeedsParameters> Create() => EditOperation.Create<GrowSeedsParameters>("grow.seeds", "Grow from seeds",
        "Paint a stroke of each phase: every unlabelled voxel gets the phase that reaches it with the least change of grey. Voxels that have a label keep it.", Run,
        greyHelp: "The image whose grey values decide.");

    private static LabelVolume Run(LabelEdit edit, GrowSeedsParameters parameters)
    {
        var grey = edit.Grey();
        CheckSeeds(edit);
        edit.Report(0, "reading grey values");
        var field = new GrowCutField(edit, grey);
        new GrowCut(field, edit, parameters.Locality).Run();
        return edit.Map("writing labels", (z, before, after) => field.Labels(z, before, after));
    }

    private static void CheckSeeds(LabelEdit edit)
    {
        var isSeed = new bool[LabelVolume.Unlabelled + 1];
        edit.Source.ForEachSlice(z =>
        {
            foreach (var label in edit.Source.Slice(z))
                isSeed[label] = true;
        }, edit.Token);
        var seeds = isSeed.AsSpan(0, LabelVolume.Unlabelled).Count(true);
        if (!isSeed[LabelVolume.Unlabelled])
            throw new UserException($"Every voxel of '{edit.Layer.Name}' has a label, so there is nothing to grow into: give labels with strokes of each phase, and the rest unlabelled.");
        if (seeds < 2)
            throw new UserException($"'{edit.Layer.Name}' has seeds of {seeds} phase(s): paint a stroke of two phases or more, which then compete.");
    }
}
