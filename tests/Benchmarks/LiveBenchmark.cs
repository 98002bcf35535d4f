using System.Diagnostics;

using VolumeViewer.Plugins.Training.Live;
using VolumeViewer.Sdk;

namespace Benchmarks;

/// <summary>What a stroke takes with the live network: the steps of learning, and labelling the slice anew.</summary>
internal sealed class LiveBenchmark : IBenchmark
{
    private const int Edge = 512;

    public string Name => "live";

    public string Description => "The live network after a stroke on a 512² slice: ten steps of learning, and the labels of the whole slice.";

    public BenchmarkTable Run(bool isQuick, Action<string> log)
    {
        using var volume = new Volume<float>(new VolumeShape(1, Edge, Edge));
        var phases = PhaseTable.Named("one", "two", "three");
        using var labels = new LabelVolume(volume.Shape, phases);
        Paint(volume.Slice(0), labels.Slice(0));
        var segmenter = new LiveCnn();
        using var session = segmenter.Start(
            new LiveContext(volume, IntensityStatistics.Measure(volume), phases, new BenchHost()), segmenter.Parameters.CreateDefault());
        var whole = VoxelBox.Of(volume.Shape);
        var strokes = LiveStrokes.Of(labels);
        var (learn, predict) = (double.PositiveInfinity, double.PositiveInfinity);
        // The first round makes the network, and is of no account.
        for (var round = 0; round < (isQuick ? 3 : 8); round++)
        {
            log($"round {round + 1} ...");
            var clock = Stopwatch.StartNew();
            session.Learn(strokes, whole);
            var learnt = clock.Elapsed.TotalSeconds;
            session.Predict(new LiveRegion(whole));
            if (round > 0)
                (learn, predict) = (Math.Min(learn, learnt), Math.Min(predict, clock.Elapsed.TotalSeconds - learnt));
        }
        return new BenchmarkTable(Name, $"LRCS-Net of 8 kernels, {phases.Count} phases, a slice of {Edge}², {Environment.ProcessorCount} core(s)",
        [
            new("ten steps of learning", learn, "s"),
            new("labels of the slice", predict, "s"),
            new("both", learn + predict, "s", Note: "what a stroke takes"),
        ]);
    }

    // Blobs of three phases whose greys overlap, and a stroke through each quarter.
    private static void Paint(Span<float> greys, Span<byte> strokes)
    {
        var random = new Random(4);
        strokes.Fill(LabelVolume.Unlabelled);
        for (var i = 0; i < greys.Length; i++)
        {
            var (y, x) = (i / Edge, i % Edge);
            var height = Math.Sin(x * 0.05) + Math.Cos(y * 0.06) + (0.5 * Math.Sin((x + y) * 0.11));
            var phase = (byte)(height > 0.6 ? 0 : height > -0.3 ? 1 : 2);
            greys[i] = phase + (float)(2 * (random.NextDouble() + random.NextDouble() - 1));
            if (y % 256 is > 124 and < 132)
                strokes[i] = phase;
        }
    }
}
