namespace Benchmarks;

/// <summary>All that can be measured.</summary>
internal static class BenchmarkList
{
    internal static IReadOnlyList<IBenchmark> All { get; } = [new PredictBenchmark(), new TrainBenchmark(), new ForestBenchmark(), new LiveBenchmark(), new MetricsBenchmark(), new RenderBenchmark(), new PaintBenchmark()];
}
