using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Greys;

/// <summary>measure.grey-by-phase: the grey values of each phase of a segmentation, and how well they tell phases apart.</summary>
internal static class GreyByPhaseOperation
{
    public static Operation<GreyByPhaseParameters> Create() => new("measure.grey-by-phase", "Grey values by phase", Run)
    {
        Description = "Splits the histogram of an image by the phases of its labels: mean, standard deviation and percentiles of each phase, and for each pair the overlap of the "
            + "histograms and Otsu's separability. The 95 % intervals come from the scatter between blocks of the volume.",
        Inputs =
        [
            new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true },
            new("image", InputKind.Image, "The image that was segmented."),
            MeasuredVolume.MaskInput,
        ],
    };

    private static OperationResult Run(OperationContext context, GreyByPhaseParameters parameters)
    {
        var (layer, image) = (context.Labels("in"), context.Image("image"));
        if (layer.Shape != image.Shape)
        {
            throw new UserException($"'{layer.Name}' has {layer.Shape} voxels (z, y, x), the image '{image.Name}' {image.Shape}; "
                + "they must be the same. Crop or resample one of them.");
        }
        var phases = PhaseChoice.List(layer.Phases, parameters.Phase);
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            var progress = new SliceProgress(context.Job, 2 * layer.Shape.Depth, "reading grey values");
            var greys = PhaseGreys.Measure(labels, image.Volume, progress.Step, context.CancellationToken);
            return new OperationResult
            {
                Tables = [Phases(layer.Phases, phases, greys), Pairs(layer.Phases, phases, greys)],
                Plots = [Histograms(layer.Phases, phases, greys, parameters.Bins)],
            };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    private static Table Phases(PhaseTable table, IReadOnlyList<int> phases, PhaseGreys greys)
    {
        double[] shares = [0.05, 0.25, 0.5, 0.75, 0.95];
        var result = new Table("grey values by phase", [new("phase"), new("voxels"), Grey("mean"), Grey("mean ± 95 %"), Grey("standard deviation"), Grey("standard deviation ± 95 %"),
            Grey("least"), .. shares.Select(share => Grey(share == 0.5 ? "median" : $"{100 * share:0} %")), Grey("greatest")]);
        foreach (var phase in phases)
        {
            var all = greys.Of(phase);
            if (all.Count == 0)
            {
                result.Add([table[phase].Name, 0L, .. Enumerable.Repeat<object?>(null, result.Columns.Count - 2)]);
                continue;
            }
            var blocks = Enumerable.Range(0, greys.Blocks).Select(block => greys.Of(phase, block)).ToArray();
            result.Add([table[phase].Name, all.Count, all.Mean, BlockRows.HalfWidth([.. blocks.Select(block => block.Sum)], [.. blocks.Select(block => (double)block.Count)]),
                Math.Sqrt(all.Variance), HalfWidth(blocks.Where(block => block.Count > 1).Select(block => Math.Sqrt(block.Variance))),
                (double)all.Least, .. shares.Select(share => (object?)greys.Percentile(phase, share)), (double)all.Greatest]);
        }
        return result;
    }

    private static Table Pairs(PhaseTable table, IReadOnlyList<int> phases, PhaseGreys greys)
    {
        var result = new Table("separability", Name("phases"), Grey("difference of means"), new("difference in deviations", Format: "0.000"),
            Share("overlap"), Share("overlap ± 95 %"), Share("Otsu separability"), Share("Otsu separability ± 95 %"));
        foreach (var (i, j) in PhasePairs.All(phases.Count))
        {
            var (first, second) = (phases[i], phases[j]);
            var (a, b) = (greys.Of(first), greys.Of(second));
            if (a.Count == 0 || b.Count == 0)
                continue;
            var filled = Enumerable.Range(0, greys.Blocks).Where(block => greys.Of(first, block).Count > 0 && greys.Of(second, block).Count > 0).ToArray();
            var separability = GreyMoments.Separability(a, b);
            var deviation = Math.Sqrt((a.Variance + b.Variance) / 2);
            result.Add($"{table[first].Name} | {table[second].Name}", b.Mean - a.Mean, deviation > 0 ? (b.Mean - a.Mean) / deviation : null,
                greys.Overlap(first, second), HalfWidth(filled.Select(block => greys.Overlap(first, second, block))),
                double.IsFinite(separability) ? separability : null,
                HalfWidth(filled.Select(block => GreyMoments.Separability(greys.Of(first, block), greys.Of(second, block)))));
        }
        return result;
    }

    private static Plot Histograms(PhaseTable table, IReadOnlyList<int> phases, PhaseGreys greys, int bins)
    {
        var series = new List<PlotSeries>();
        foreach (var phase in phases.Where(phase => greys.Of(phase).Count > 0))
        {
            var (histogram, joined) = (greys.Histogram(phase), new double[bins]);
            for (var bin = 0; bin < histogram.Length; bin++)
                joined[(int)((long)bin * bins / histogram.Length)] += histogram[bin] / (double)greys.Of(phase).Count;
            series.Add(new PlotSeries(table[phase].Name, [.. Enumerable.Range(0, bins).Select(bin => greys.Edge((bin + 0.5) * histogram.Length / bins))], joined));
        }
        return new Plot("Grey values by phase", "grey value", "share of the phase", series);
    }

    private static double? HalfWidth(IEnumerable<double> blocks)
    {
        var half = SampleInterval.HalfWidth(blocks);
        return double.IsFinite(half) ? half : null;
    }

    private static TableColumn Name(string name) => new(name);

    private static TableColumn Grey(string name) => new(name, Format: "G6");

    private static TableColumn Share(string name) => new(name, Format: "0.0000");
}
