using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Sdk;

namespace Benchmarks;

/// <summary>The random forest on a 512² slice: features beside scipy's, training and labelling beside scikit-learn's where it is installed.</summary>
internal sealed class ForestBenchmark : IBenchmark
{
    private const int Edge = 512;

    public string Name => "forest";

    public string Description => "66 features, training on 10000 voxels and labelling of a 512² slice by 100 trees, beside scipy and scikit-learn.";

    public BenchmarkTable Run(bool isQuick, Action<string> log)
    {
        using var volume = new Volume<float>(new VolumeShape(1, Edge, Edge));
        var truth = new byte[Edge * Edge];
        Paint(volume.Slice(0), truth);
        var settings = new FeatureSettings([1, 2, 4, 8, 16], FeatureKinds.All, 2);
        var tile = new Tile(0, 0, Edge, Edge);
        var engine = new FeatureEngine(volume, IntensityStatistics.Measure(volume), new GreyScaling(GreyNormalisation.SliceZScore), settings, tile);
        var planes = new FeaturePlanes(settings.Count, Edge, Edge);
        var (features, train, apply) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        for (var round = 0; round < (isQuick ? 3 : 10); round++)
        {
            log($"round {round + 1} ...");
            features = Math.Min(features, Seconds(() => engine.Measure(0, planes, CancellationToken.None)));
            TrainedForest? trained = null;
            train = Math.Min(train, Seconds(() => trained = ForestTrainer.Train(Sample(planes, truth), new ForestOptions { MinLeaf = 2 })));
            apply = Math.Min(apply, Seconds(() => ForestApplication.ForEachRun(trained!.Forest, planes, tile, (_, _, _) => { }, CancellationToken.None)));
        }
        var peer = Peer(volume.Slice(0), truth, log);
        var rows = new List<BenchmarkRow>
        {
            Row("features", features, "scipy", peer?[0]),
            Row("training on 10000 voxels, quantised", train, "scikit-learn", peer?[1]),
            Row("labelling", apply, "scikit-learn", peer?[2]),
            new("training and labelling, features cached", train + apply, "s", Note: "what a stroke takes"),
        };
        return new BenchmarkTable(Name, $"{settings.Count} features, 100 trees, 3 phases, {Environment.ProcessorCount} core(s), a slice of 512²", rows);
    }

    private static BenchmarkRow Row(string what, double seconds, string reference, double? other) =>
        other is > 0 ? new BenchmarkRow(what, seconds, "s", reference, other / seconds, $"{reference}: {other:0.00} s") : new BenchmarkRow(what, seconds, "s");

    private static double Seconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalSeconds;
    }

    // Blobs of three phases whose greys overlap.
    private static void Paint(Span<float> greys, Span<byte> truth)
    {
        var random = new Random(4);
        for (var i = 0; i < greys.Length; i++)
        {
            var (y, x) = (i / Edge, i % Edge);
            var height = Math.Sin(x * 0.05) + Math.Cos(y * 0.06) + (0.5 * Math.Sin((x + y) * 0.11));
            truth[i] = (byte)(height > 0.6 ? 0 : height > -0.3 ? 1 : 2);
            greys[i] = truth[i] + (float)((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2);
        }
    }

    private static TrainingSet Sample(FeaturePlanes planes, byte[] truth)
    {
        var step = truth.Length / 10_000;
        var rows = new float[10_000 * planes.Count];
        var labels = new byte[10_000];
        for (var i = 0; i < labels.Length; i++)
        {
            planes.Gather(i * step, rows.AsSpan(i * planes.Count, planes.Count));
            labels[i] = truth[i * step];
        }
        return TrainingSet.Of(rows, labels, planes.Count, 3);
    }

    // Seconds for features, training and labelling; NaN for what is not installed.
    private static double[]? Peer(ReadOnlySpan<float> greys, byte[] truth, Action<string> log)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "grey.f32"), MemoryMarshal.AsBytes(greys).ToArray());
            File.WriteAllBytes(Path.Combine(folder, "labels.u8"), truth);
            using var process = Process.Start(PeerScript.With("forest.py", folder))!;
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0)
                return [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No python3 at all: the same for the reader as one without scipy.
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        log("python3-scipy is missing, so nothing is measured beside it; on Debian: apt-get install python3-scipy python3-sklearn");
        return null;
    }
}
