using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The parameters of snap.labels.</summary>
internal sealed record SnapLabelsParameters
{
    [Parameter("Phases", Min = 1, Max = LabelVolume.MaxDistinctFileValues, Help = "How many phases the image is known to have.")]
    public int Phases { get; init; } = 3;

    [Parameter("Tolerance", Min = 0, Max = 0.5,
        Help = "Neighbouring values that differ by no more than this share of the whole range count as one level.")]
    public double Tolerance { get; init; } = 0.002;

    [Parameter("Names", Help = "Names of the phases by ascending value, separated by commas; empty to number them.")]
    public string Names { get; init; } = "";
}

/// <summary>snap.labels: makes clean labels of an image whose labels have stray values between them.</summary>
internal static class SnapLabelsOperation
{
    // Beyond, the image is no label image at all, and the count would take more memory than the image.
    private const int MaxValues = 1 << 16;

    internal static Operation<SnapLabelsParameters> Create() => new("snap.labels", "Clean up label values", Run)
    {
        Description = "Finds the given number of most frequent values, and gives every voxel the nearest of them: for label images that were resampled, "
            + "or stored with losses, and have some voxels with values in between.",
        Inputs = [new OperationInput("in", InputKind.Image, "The label image, opened as an image.")],
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, SnapLabelsParameters parameters)
    {
        var image = context.Image("in");
        var counts = Count(image.Volume, context);
        var levels = LabelLevels.Find(counts, parameters.Phases, parameters.Tolerance);
        var labels = new LabelVolume(image.Shape, Phases(levels, parameters.Names), image.Spacing);
        try
        {
            var labelOf = counts.Keys.ToDictionary(value => value, value => (byte)LabelLevels.Nearest(levels, value));
            image.Volume.ForEachSlice(z =>
            {
                var slice = new float[image.Shape.SliceLength];
                image.Volume.ReadSlice(z, slice);
                var target = labels.Slice(z);
                for (var i = 0; i < slice.Length; i++)
                    target[i] = labelOf[(long)slice[i]];
            }, context.CancellationToken);
        }
        catch
        {
            labels.Dispose();
            throw;
        }
        return new OperationResult { Layers = [new LabelsLayer($"{image.Name} (snapped)", labels) { Origin = $"snap.labels of {image.Name}" }], Tables = [Summary(counts, levels, labels.Phases)] };
    }

    private static Dictionary<long, long> Count(IVolumeSource source, OperationContext context)
    {
        var counts = new Dictionary<long, long>();
        var slice = new float[source.Shape.SliceLength];
        for (var z = 0; z < source.Shape.Depth; z++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            source.ReadSlice(z, slice);
            foreach (var value in slice)
            {
                if (!(value == MathF.Floor(value)) || !float.IsFinite(value))
                    throw new UserException($"The voxel value {value} in slice {z} is no label: labels are whole numbers. Is this a grey image?");
                counts[(long)value] = counts.GetValueOrDefault((long)value) + 1;
            }
            if (counts.Count > MaxValues)
                throw new UserException($"The image has more than {MaxValues} distinct values, so it is no label image. Segment it instead.");
            context.Job.Report(new JobProgress((z + 1.0) / source.Shape.Depth, "counting values"));
        }
        return counts;
    }

    private static PhaseTable Phases(long[] levels, string names)
    {
        if (names.Length == 0)
            return PhaseTable.ForFileValues(levels);
        var each = names.Split(',', StringSplitOptions.TrimEntries);
        if (each.Length != levels.Length || each.Distinct(StringComparer.OrdinalIgnoreCase).Count() != each.Length || each.Any(name => name.Length == 0))
            throw new UserException($"--names: '{names}' must be {levels.Length} different names, separated by commas.");
        return new PhaseTable(levels.Select((value, label) => new Phase(each[label], PhaseTable.DefaultColor(label), value)));
    }

    private static Table Summary(Dictionary<long, long> counts, long[] levels, PhaseTable phases)
    {
        var table = new Table("levels", new TableColumn("phase"), new TableColumn("value"), new TableColumn("voxels"), new TableColumn("voxels changed"));
        for (var label = 0; label < levels.Length; label++)
        {
            var own = counts.Where(pair => LabelLevels.Nearest(levels, pair.Key) == label).Sum(pair => pair.Value);
            table.Add(phases[label].Name, levels[label], own, own - counts[levels[label]]);
        }
        return table;
    }
}
