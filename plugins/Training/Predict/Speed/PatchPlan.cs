using System.Collections.Concurrent;
using System.Diagnostics;

using TorchSharp;
using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict.Speed;

/// <summary>How a volume goes through the network: how many streams side by side, and in patches of what size.</summary>
/// <param name="Streams">Threads that each take a slice; with more than one, each computes on a core of its own.</param>
/// <param name="Core">Edge of the patches' cores.</param>
internal sealed record PatchPlan(int Streams, int Core)
{
    // A stage of the network holds its input, its output, a copy for the one or the other's layout, and what waits for the way up; in the widest layers
    // at full resolution this is eight maps of four bytes.
    private const long BytesPerVoxelAndChannel = 32;

    // What the program and the libraries take themselves.
    private const long OwnBytes = 320L << 20;

    // Below this, measuring takes longer than it saves.
    private const long LeastVoxelsToMeasure = 50_000_000;

    private static readonly ConcurrentDictionary<string, int> Measured = new();

    /// <param name="model">The model; of several, the widest.</param>
    /// <param name="height">Rows of a slice.</param>
    /// <param name="width">Columns of a slice.</param>
    /// <param name="slices">How many there are.</param>
    /// <param name="memoryBytes">What everything may take.</param>
    /// <param name="patchSize">The user's choice, or 0.</param>
    internal static PatchPlan Make(TrainedModel model, int height, int width, int slices, long memoryBytes, int patchSize)
    {
        var (halo, alignment) = (model.Geometry.Halo, model.Geometry.Alignment);
        var channels = Math.Max(8, TopChannels(model));
        var budget = Math.Max(memoryBytes - OwnBytes, memoryBytes / 4) * 3 / 4;
        var streams = CanStream(model) ? Math.Min(Math.Min(get_num_threads(), Environment.ProcessorCount), Math.Max(1, slices)) : 1;
        var whole = (long)(height + alignment) * (width + alignment);
        // Two streams in patches waste more on halos than they win.
        while (streams > 1 && budget / streams / (BytesPerVoxelAndChannel * channels) < whole)
            streams--;
        var most = budget / streams / (BytesPerVoxelAndChannel * channels);
        if (patchSize > 0)
            return new PatchPlan(streams, patchSize);
        if (model.Geometry.Dimensions == 3)
            return new PatchPlan(1, Math.Max(32, Math.Min(96, (int)Math.Cbrt(most / 2)) - (2 * halo)));
        var largest = most >= whole ? Math.Max(height, width) : Math.Max(64, (int)Math.Sqrt(most) - (2 * halo));
        var key = $"{model.NetworkId} {model.WeightsPath} {height} {width} {largest} {streams}";
        if (patchSize == 0 && (long)height * width * slices >= LeastVoxelsToMeasure && model.Device.type == DeviceType.CPU)
            largest = Measured.GetOrAdd(key, _ => Fastest(model, height, width, largest));
        return new PatchPlan(streams, largest);
    }

    /// <summary>Voxels of a volume per second, halos not counted, for each size of patches that could be the best.</summary>
    private static int Fastest(TrainedModel model, int height, int width, int largest)
    {
        var (best, fastest) = (largest, 0.0);
        foreach (var core in new[] { largest, 512, 256, 128 }.Where(core => core <= largest).Distinct())
        {
            // A patch inside of a slice has halos on all sides.
            var rows = Math.Min(height, core + (core < height ? 2 * model.Geometry.Halo : 0));
            var columns = Math.Min(width, core + (core < width ? 2 * model.Geometry.Halo : 0));
            var useful = (double)Math.Min(core, height) * Math.Min(core, width);
            // Small windows are up to this much faster per voxel computed, since they stay in the caches.
            const double MostGain = 1.6;
            if (fastest > 0 && useful / rows / columns * MostGain < (double)Math.Min(largest, height) * Math.Min(largest, width)
                / Math.Min(height, largest + (2 * model.Geometry.Halo)) / Math.Min(width, largest + (2 * model.Geometry.Halo)))
                continue;
            var rate = useful / Seconds(model, rows, columns);
            if (rate > fastest)
                (best, fastest) = (core, rate);
        }
        return best;
    }

    private static double Seconds(TrainedModel model, int rows, int columns)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < 3; i++)
        {
            using var scope = NewDisposeScope();
            using var inference = inference_mode();
            var (grey, shape) = (new float[model.Inputs * rows * columns], new BlockShape(model.Inputs, 1, rows, columns));
            var labels = new byte[shape.Voxels];
            var clock = Stopwatch.StartNew();
            model.Engine(Math.Max(rows, columns)).Run(grey, shape, new Span1D(0, 1), new LabelSink(shape, labels, []), CancellationToken.None);
            least = Math.Min(least, clock.Elapsed.TotalSeconds);
        }
        return least;
    }

    // On one thread torch takes another convolution for single voxels, slow and not the same for every size of patch (use_mkldnn in
    // aten/src/ATen/native/Convolution.cpp).
    private static bool CanStream(TrainedModel model) => model.Device.type == DeviceType.CPU && model.HasChannelsLast
        && !model.Network.modules().OfType<Conv2d>().Any(layer => layer.kernel_size.All(length => length == 1));

    // Channels at full resolution: what the first layer gives, and what the last one takes.
    private static int TopChannels(TrainedModel model)
    {
        var weights = model.Network.parameters().Where(weight => weight.dim() == model.Geometry.Dimensions + 2).Select(weight => weight.shape).ToList();
        return weights.Count == 0 ? 64 : (int)Math.Max(weights[0][0], weights[^1][1]);
    }
}
