using System.Diagnostics;

using VolumeViewer.Plugins.Metrics.Connectivity;
using VolumeViewer.Plugins.Metrics.Correlation;
using VolumeViewer.Plugins.Metrics.Distance;
using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Plugins.Metrics.Thickness;
using VolumeViewer.Plugins.Metrics.Transport;
using VolumeViewer.Sdk;

namespace Benchmarks;

/// <summary>The measures of an electrode beside numpy, scipy, scikit-image and torch on the same labels, in the same run.</summary>
internal sealed class MetricsBenchmark : IBenchmark
{
    internal const string Volume = "samples/data/taufactor-electrode/electrode.tiff";

    // What successive over-relaxation takes for pore along z of that volume until the fluxes differ by 1 %.
    private const int HalfSweepsOfPore = 700;

    public string Name => "metrics";

    public string Description => "Tortuosity, distances, components, surfaces, thickness and correlation of a 256³ electrode, beside numpy, scipy, scikit-image and torch.";

    public BenchmarkTable Run(bool isQuick, Action<string> log)
    {
        var host = new BenchHost();
        using var source = host.Open(Find(Volume));
        using var labels = LabelVolume.FromSource(source);
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            using var pore = MetricsPeer.Start(labels, 0, folder, log);
            using var solid = MetricsPeer.Start(labels, 1, folder, log);
            return new BenchmarkTable(Name, $"an electrode of {labels.Shape} voxels, {Environment.ProcessorCount} core(s)",
                [.. Rows(labels, pore, solid, isQuick, log)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<BenchmarkRow> Rows(LabelVolume labels, MetricsPeer? pore, MetricsPeer? solid, bool isQuick, Action<string> log)
    {
        var rounds = isQuick ? 1 : 3;
        BenchmarkRow Row(string what, string peer, MetricsPeer? other, string measure, Func<double> ours, int runs)
        {
            log($"{what} ...");
            var (seconds, value) = Best(ours, runs);
            var (theirs, found) = Best(other, measure, runs);
            return new BenchmarkRow(what, seconds, "s", peer, theirs / seconds, $"{value:G8}, {peer}: {found:G8} in {theirs:0.00} s");
        }

        var sweep = pore is null ? double.NaN : Best(pore, "sor", rounds).Value;
        log("tortuosity ...");
        var (solved, tortuosity) = Best(() => TortuositySolver.Solve(labels, [0], Axis.Z).Tortuosity, rounds);
        yield return new BenchmarkRow("tortuosity factor of pore along z", solved, "s", "SOR in torch", sweep * HalfSweepsOfPore / solved,
            $"τ {tortuosity:0.0000}; a half-sweep takes {sweep * 1000:0} ms, and {HalfSweepsOfPore} are needed");
        yield return Row("distance transform of pore", "scipy", pore, "distance", () => Mean(labels, 0, DistanceTransform.Of(labels, 0)), rounds);
        yield return Row("components of all phases", "scipy", pore, "components", () => Components.Find(labels, Adjacency.Faces).Count, rounds);
        yield return Row("marching-cubes area of the active material", "scikit-image", solid, "marching", () => MarchingCubes.Area(labels, 1), rounds);
        yield return Row("faces of all phases and pairs", "numpy", pore, "faces", () => Faces(NeighbourCounts.Faces(labels)), 3 * rounds);
        yield return Row("two-point correlation of the active material, all lags", "scipy", solid, "correlation", () => Correlation(labels, 1), rounds);
        if (!isQuick)
        {
            yield return Row("local thickness of the active material", "scipy, 25 radii", solid, "thickness",
                () => Mean(labels, 1, LocalThickness.Of(labels, 1)), 1);
        }
    }

    private static double Correlation(LabelVolume labels, byte phase)
    {
        var shape = labels.Shape;
        var lags = Autocorrelation.Periodic(shape, (shape.Depth / 2, shape.Height / 2, shape.Width / 2), (z, y, row) =>
        {
            var from = labels.Slice(z).Slice(y * shape.Width, shape.Width);
            for (var x = 0; x < row.Length; x++)
                row[x] = from[x] == phase ? 1 : 0;
        });
        return lags[1, 0, 0] / shape.VoxelCount;
    }

    // Each face bounds two phases.
    private static double Faces(NeighbourCounts counts) => 2 * (
        from direction in Enumerable.Range(0, counts.Directions.Count)
        from first in Enumerable.Range(0, counts.Phases)
        from second in Enumerable.Range(first + 1, counts.Phases - first - 1)
        select counts.Total(direction, first, second)).Sum();

    private static double Mean(LabelVolume labels, int phase, float[] values)
    {
        var (sum, count, i) = (0.0, 0L, 0);
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            foreach (var label in labels.Slice(z))
            {
                if (label == phase)
                    (sum, count) = (sum + values[i], count + 1);
                i++;
            }
        }
        return sum / count;
    }

    private static (double Seconds, double Value) Best(Func<double> measure, int runs)
    {
        var (best, value) = (double.PositiveInfinity, double.NaN);
        for (var run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            value = measure();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        return (best, value);
    }

    private static (double Seconds, double Value) Best(MetricsPeer? peer, string measure, int runs)
    {
        var best = (Seconds: double.NaN, Value: double.NaN);
        for (var run = 0; run < runs && peer is not null; run++)
        {
            var answer = peer.Ask(measure);
            if (!(answer.Seconds >= best.Seconds))
                best = answer;
        }
        return best;
    }

    internal static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path)))
                return Path.Combine(folder.FullName, path);
        }
        throw new FileNotFoundException($"'{path}' is in no folder above '{AppContext.BaseDirectory}'.");
    }
}
