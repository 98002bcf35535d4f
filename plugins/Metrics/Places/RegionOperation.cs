using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Places;

/// <summary>The parameters of measure.region.</summary>
internal sealed record RegionParameters
{
    [Parameter("Shape", Help = "A box, or a rectangle or an ellipse in one slice.")]
    public RegionShape Shape { get; init; }

    [Parameter("From", Help = "A corner as z,y,x: lengths from the volume's corner in µm (in voxels where their size is not known), as the table of measurements shows them.")]
    public IReadOnlyList<double> From { get; init; } = [];

    [Parameter("To", Help = "The opposite corner as z,y,x.")]
    public IReadOnlyList<double> To { get; init; } = [];

    [Parameter("In voxels", Help = "Whether the corners are indices of voxels instead; those two voxels and all between them are inside.")]
    public bool InVoxels { get; init; }

    [Parameter("Across", Help = "The axis across the slice of a rectangle or an ellipse.")]
    public Axis Across { get; init; }
}

/// <summary>measure.region: grey values and phases in a region.</summary>
internal static class RegionOperation
{
    public static Operation<RegionParameters> Create() => new("measure.region", "Statistics of a region", Run)
    {
        Description = "Counts the voxels whose centres lie in a box, a rectangle or an ellipse: size, mean, standard deviation, least, median and greatest of the grey values, "
            + "and the share of each phase. What the regions of the window show.",
        Inputs = PlaceInput.Inputs,
    };

    private static OperationResult Run(OperationContext context, RegionParameters parameters)
    {
        var input = PlaceInput.Of(context);
        context.Job.Report(new JobProgress(0, "reading grey values"));
        var (from, to) = (input.Place(parameters.From, "from", parameters.InVoxels), input.Place(parameters.To, "to", parameters.InVoxels));
        if (parameters.InVoxels)
            (from, to) = Outward(from, to, input.Spacing);
        var kind = parameters.Shape switch { RegionShape.Box => MeasurementKind.Box, RegionShape.Rectangle => MeasurementKind.Rectangle, _ => MeasurementKind.Ellipse };
        var region = new Measurement(kind, [from, to], parameters.Across);
        var unit = input.Spacing.Unit;
        var size = new Table("region", new("shape"), new(kind == MeasurementKind.Box ? "volume" : "area", kind == MeasurementKind.Box ? $"{unit}³" : $"{unit}²", "G9"))
            .Add(parameters.Shape.ToString().ToLowerInvariant(), kind == MeasurementKind.Box ? region.Volume : region.Area);
        var tables = new List<Table> { size };
        if (input.Image is { } image)
            tables.Add(Greys(image, GreySummary.Of(image.Volume, VoxelRegion.Of(region, image.Spacing), context.CancellationToken)));
        context.Job.Report(new JobProgress(0.5, "following the phases"));
        if (input.Labels is { } labels)
            tables.Add(Phases(labels, RegionPhases.Of(labels.Labels, VoxelRegion.Of(region, labels.Spacing), context.CancellationToken), kind == MeasurementKind.Box, parameters.Across));
        context.Job.Report(new JobProgress(1, "measured"));
        return new OperationResult { Tables = tables };
    }

    // From the outer faces of the two voxels.
    private static (WorldPoint From, WorldPoint To) Outward(WorldPoint from, WorldPoint to, Spacing spacing)
    {
        foreach (var axis in Enum.GetValues<Axis>())
        {
            var (low, high, half) = (Math.Min(from.Along(axis), to.Along(axis)), Math.Max(from.Along(axis), to.Along(axis)), spacing.Along(axis) / 2);
            (from, to) = (from.With(axis, low - half), to.With(axis, high + half));
        }
        return (from, to);
    }

    private static Table Greys(ImageLayer image, GreySummary greys)
    {
        if (greys.Count == 0)
            throw new UserException($"No voxel of '{image.Name}' with a value lies in the region; the volume has {image.Shape} voxels of {image.Spacing} along z, y, x.");
        return new Table("grey values", new("voxels"), new("mean", Format: "G9"), new("standard deviation", Format: "G9"), new("least", Format: "G9"), new("median", Format: "G9"),
            new("greatest", Format: "G9"), new("not finite")).Add(greys.Count, greys.Mean, greys.StandardDeviation, greys.Minimum, greys.Median, greys.Maximum, greys.NotFinite);
    }

    private static Table Phases(LabelsLayer labels, RegionPhases phases, bool isBox, Axis across)
    {
        var spacing = labels.Spacing;
        var voxel = isBox ? spacing.Z * spacing.Y * spacing.X : spacing.Z * spacing.Y * spacing.X / spacing.Along(across);
        var table = new Table("phases", new("phase"), new("voxels"), new("fraction", Format: "0.000000"), new(isBox ? "volume" : "area", isBox ? $"{spacing.Unit}³" : $"{spacing.Unit}²", "G9"));
        for (var label = 0; label < phases.Counts.Count; label++)
            table.Add(labels.Phases[label].Name, phases.Counts[label], phases.Labelled > 0 ? phases.Fraction(label) : null, phases.Counts[label] * voxel);
        if (phases.Unlabelled > 0)
            table.Add("unlabelled", phases.Unlabelled, null, phases.Unlabelled * voxel);
        return table;
    }
}
