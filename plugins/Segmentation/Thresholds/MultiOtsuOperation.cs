using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The parameters of segment.multi-otsu.</summary>
internal sealed record MultiOtsuParameters : SegmentationParameters
{
    [Parameter("Phases", Min = 2, Max = 6, Help = "How many phases to tell apart.")]
    public int Phases { get; init; } = 3;

    [Parameter("Bins", Min = 2, Max = 4096, Help = "Bins of the histogram between the least and the greatest grey.")]
    public int Bins { get; init; } = 256;
}

/// <summary>segment.multi-otsu: thresholds of greatest variance between the phases, over the whole volume.</summary>
internal static class MultiOtsuOperation
{
    private const string Id = "segment.multi-otsu";

    public static Operation<MultiOtsuParameters> Create() => new(Id, "Multi-Otsu threshold", Run)
    {
        Description = "Splits the greys at the thresholds that make the variance between the phases greatest. All voxels of the volume count.",
        Inputs = SegmentationResult.Inputs,
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, MultiOtsuParameters parameters)
    {
        var layer = context.Image("in");
        var image = new GreyImage(layer.Volume, parameters.MedianRadius);
        var passes = new Passes(context.Job, GreyHistogram.PassesFor(image.VoxelType) + 1, image.Shape.Depth);
        var histogram = GreyHistogram.Measure(image, parameters.Bins, passes);
        var thresholds = MultiOtsu.Thresholds(histogram, parameters.Phases);
        context.Job.Log($"Thresholds {string.Join(", ", thresholds.Select(threshold => threshold.ToString("G7")))}; "
            + $"share of the variance between the phases {MultiOtsu.Separability(histogram, thresholds):0.####}");
        var result = Thresholding.Label(image, [.. thresholds.Select(threshold => (float)threshold)], parameters.BrightestFirst, passes);
        return result.ToOperationResult(layer, Id, "multi-Otsu", Thresholding.Tables(result, thresholds, parameters.BrightestFirst));
    }
}
