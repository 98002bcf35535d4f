using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The parameters of segment.k-means.</summary>
internal sealed record KMeansParameters : SegmentationParameters
{
    [Parameter("Phases", Min = 2, Max = 16, Help = "How many phases to tell apart.")]
    public int Phases { get; init; } = 3;

    [Parameter("Radius", Min = 0, Max = 5, Unit = "voxels",
        Help = "The local mean is taken over 2·radius + 1 voxels along each axis; 0 clusters the greys alone.")]
    public int RadiusVoxels { get; init; } = 1;

    [Parameter("Dimensions", Min = 2, Max = 3, Help = "3 takes the mean over a cube; 2 over a square, for slices that are no neighbours.")]
    public int Dimensions { get; init; } = 3;

    [Parameter("Bins", Min = 16, Max = 1024, Help = "Bins of the 2-D histogram along grey and along local mean.")]
    public int Bins { get; init; } = 256;

    [Parameter("Restarts", Min = 1, Max = 100, Help = "How often the clusters are found from other starts; the best are taken.")]
    public int Restarts { get; init; } = 10;

    [Parameter("Seed", Help = "Of the random starts; the same seed gives the same labels.")]
    public int Seed { get; init; } = 1;
}

/// <summary>segment.k-means: clusters of the 2-D histogram of grey and local mean.</summary>
internal static class KMeansOperation
{
    private const string Id = "segment.k-means";

    public static Operation<KMeansParameters> Create() => new(Id, "K-means on grey and local mean", Run)
    {
        Description = "Clusters the voxels by their grey and the mean grey around them, which is steadier against noise than the grey alone.",
        Inputs = SegmentationResult.Inputs,
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, KMeansParameters parameters)
    {
        var layer = context.Image("in");
        var image = new GreyImage(layer.Volume, parameters.MedianRadius);
        var passes = new Passes(context.Job, 3, image.Shape.Depth);
        var range = GreyRange.Measure(image, passes);
        var binning = new Binning(range.Minimum, range.Maximum, parameters.Bins);
        var histogram = new GreyMeanHistogram(image, binning, parameters.RadiusVoxels, parameters.Dimensions);
        var (cells, places) = histogram.Measure(passes);
        var clustering = KMeans.Run(cells, parameters.Phases, parameters.Seed, parameters.Restarts, context.CancellationToken);
        var clusterOfPlace = new byte[histogram.Places];
        Array.Fill(clusterOfPlace, LabelVolume.Unlabelled);
        for (var i = 0; i < cells.Length; i++)
        {
            var cluster = clustering.Clusters[i];
            clusterOfPlace[places[i]] = (byte)(parameters.BrightestFirst ? parameters.Phases - 1 - cluster : cluster);
        }
        var result = histogram.Label(clusterOfPlace, parameters.Phases, passes);

        var table = new Table("phases", new("phase"), new("mean grey", Format: "G7"), new("mean local mean", Format: "G7"), new("voxels"),
            new("volume fraction", Format: "0.000000"));
        for (var label = 0; label < parameters.Phases; label++)
        {
            var centre = clustering.Centres[parameters.BrightestFirst ? parameters.Phases - 1 - label : label];
            table.Add(result.Labels.Phases[label].Name, binning.GreyAt(centre.Grey), binning.GreyAt(centre.Mean),
                result.Voxels[label], result.Fraction(label));
        }
        if (result.Unlabelled > 0)
            table.Add("(unlabelled)", null, null, result.Unlabelled, null);
        return result.ToOperationResult(layer, Id, "k-means", [table]);
    }
}
