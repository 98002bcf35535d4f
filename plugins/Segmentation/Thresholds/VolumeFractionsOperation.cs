using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The parameters of segment.volume-fractions.</summary>
internal sealed record VolumeFractionsParameters : SegmentationParameters
{
    [Parameter("Volume fractions", Min = 0, Max = 1,
        Help = "The volume fraction of every phase, from the darkest to the brightest (the other way with brightest first); together 1.")]
    public IReadOnlyList<double> Fractions { get; init; } = [0.5, 0.5];
}

/// <summary>segment.volume-fractions: thresholds chosen so that the phases have the volume fractions known from elsewhere.</summary>
internal static class VolumeFractionsOperation
{
    private const string Id = "segment.volume-fractions";

    public static Operation<VolumeFractionsParameters> Create() => new(Id, "Thresholds for known volume fractions", Run)
    {
        Description = "Splits the greys so that the phases have given volume fractions, such as those known from the recipe of an electrode.",
        Inputs = SegmentationResult.Inputs,
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, VolumeFractionsParameters parameters)
    {
        var layer = context.Image("in");
        var asked = FractionThresholds.Normalised(parameters.Fractions);
        var image = new GreyImage(layer.Volume, parameters.MedianRadius);
        var passes = new Passes(context.Job, OrderStatistics.Passes + 1, image.Shape.Depth);
        double[] rising = parameters.BrightestFirst ? [.. asked.Reverse()] : asked;
        var (greys, voxels) = OrderStatistics.Measure(image, FractionThresholds.Shares(rising), passes);
        var thresholds = FractionThresholds.Choose(greys, voxels, rising, image.VoxelType.IsInteger());
        var result = Thresholding.Label(image, thresholds, parameters.BrightestFirst, passes);

        var achieved = new Table("volume fractions", new("phase"), new("asked", Format: "0.000000"), new("achieved", Format: "0.000000"));
        for (var label = 0; label < asked.Length; label++)
            achieved.Add(result.Labels.Phases[label].Name, asked[label], result.Fraction(label));
        var tables = Thresholding.Tables(result, [.. thresholds.Select(threshold => (double)threshold)], parameters.BrightestFirst);
        return result.ToOperationResult(layer, Id, "volume fractions", tables.Prepend(achieved));
    }
}
