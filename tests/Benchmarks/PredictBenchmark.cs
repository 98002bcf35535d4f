using System.Diagnostics;
using System.Runtime.InteropServices;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Plugins.Training.Predict.Speed;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>Prediction by LRCS-Net beside python3-torch with the same weights: the bare network, and from file to file.</summary>
internal sealed class PredictBenchmark : IBenchmark
{
    private const int Edge = 512;

    public string Name => "predict";

    public string Description => "LRCS-Net (16 kernels, 3 phases) on 512² slices beside python3-torch, and a volume from file to file.";

    public BenchmarkTable Run(bool isQuick, Action<string> log)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            var host = new BenchHost();
            MakeRun(host, folder);
            using var model = TrainedModel.Open(folder, WeightsChoice.Last, host, CPU);
            model.MakeFast();
            var rows = new List<BenchmarkRow>();
            log("the bare network ...");
            var bare = Bare(host, model, folder, isQuick ? 4 : 12, rows, log);
            log("from file to file ...");
            FromFileToFile(host, folder, isQuick ? 48 : 512, bare, rows);
            return new BenchmarkTable(Name, $"LRCS-Net, 16 kernels, 3 phases, {get_num_threads()} thread(s), 512² slices; useful voxels", rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void MakeRun(BenchHost host, string folder)
    {
        manual_seed(1);
        using var network = host.Network.Build(1, 3, host.Network.Options.BindText(""));
        using (no_grad())
        using (NewDisposeScope())
        {
            // Statistics for the normalisations, as a training leaves them.
            for (var i = 0; i < 20; i++)
                network.call(randn([2, 1, 64, 64]));
        }
        network.save(new RunFolder(folder).LastWeightsPath);
        new RunFolder(folder).WriteRecord(new RunRecord
        {
            State = RunRecord.Finished,
            Started = DateTimeOffset.Now,
            Versions = new Dictionary<string, string>(),
            Parameters = new Dictionary<string, string>(),
            Network = host.Network.Id,
            NetworkOptions = new Dictionary<string, string>(),
            NetworkParameters = 0,
            Phases = new PhaseTable(Enumerable.Range(0, 3).Select(n => new Phase($"phase {n}", PhaseTable.DefaultColor(n), n))),
            Normalisation = new Normalisation(NormalisationKind.DatasetZScore, 1000, 0.002),
            Files = [],
            StepsPerEpoch = 1,
            TotalSteps = 1,
        });
    }

    // In turns, so that whatever else the machine does falls on all alike; the best of each counts.
    private static double Bare(BenchHost host, TrainedModel model, string folder, int rounds, List<BenchmarkRow> rows, Action<string> log)
    {
        var random = new Random(3);
        var grey = Enumerable.Range(0, Edge * Edge).Select(_ => (random.NextSingle() * 4) - 2).ToArray();
        var image = Path.Combine(folder, "image.f32");
        File.WriteAllBytes(image, MemoryMarshal.AsBytes(grey.AsSpan()).ToArray());
        using var plain = host.Network.Build(1, 3, host.Network.Options.BindText(""));
        plain.load(new RunFolder(folder).LastWeightsPath);
        using var peer = PythonPeer.Start(plain, folder, get_num_threads(), log);
        peer?.Ask($"image {image} {Edge} {Edge}");
        var plan = PatchPlan.Make(model, Edge, Edge, 512, 2L << 30, 0);
        var labels = new byte[plan.Streams][];
        var (ours, eager, traced) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        Ours(2);
        for (var round = 0; round < rounds; round++)
        {
            ours = Math.Min(ours, Ours(4 * plan.Streams));
            if (peer is null)
                continue;
            eager = Math.Min(eager, peer.Seconds("eager"));
            traced = Math.Min(traced, peer.Seconds("traced"));
        }
        var rate = Edge * Edge / ours / 1e6;
        const string Unit = "Mvoxel/s";
        if (peer is null)
        {
            rows.Add(new BenchmarkRow("bare network", rate, Unit, Note: $"{plan.Streams} stream(s); python3-torch is missing"));
            return rate;
        }
        rows.Add(new BenchmarkRow("bare network", rate, Unit, "python3-torch eager", eager / ours, $"{plan.Streams} stream(s)"));
        rows.Add(new BenchmarkRow("bare network", rate, Unit, "python3-torch traced, frozen, channels last", traced / ours));
        rows.Add(new BenchmarkRow("python3-torch eager", Edge * Edge / eager / 1e6, Unit));
        rows.Add(new BenchmarkRow("python3-torch traced, frozen, channels last", Edge * Edge / traced / 1e6, Unit));
        var file = Path.Combine(folder, "labels.u8");
        peer.Ask($"labels {file}");
        rows.Add(new BenchmarkRow("voxels labelled as python3-torch does",
            100.0 * File.ReadAllBytes(file).Zip(labels[0]).Count(pair => pair.First == pair.Second) / labels[0].Length, "%"));
        return rate;

        // Seconds for each slice.
        double Ours(int slices)
        {
            var clock = Stopwatch.StartNew();
            var next = -1;
            Streams.Run(plan.Streams, Enumerable.Range(0, slices), () =>
            {
                var (engine, own) = (model.Engine(plan.Core), labels[Interlocked.Increment(ref next) % plan.Streams] = new byte[Edge * Edge]);
                var shape = new BlockShape(1, 1, Edge, Edge);
                return _ => engine.Run(grey, shape, new Span1D(0, 1), new LabelSink(shape, own, []), CancellationToken.None);
            });
            return clock.Elapsed.TotalSeconds / slices;
        }
    }

    private static void FromFileToFile(BenchHost host, string folder, int depth, double bare, List<BenchmarkRow> rows)
    {
        var shape = new VolumeShape(depth, Edge, Edge);
        var (input, output) = (Path.Combine(folder, "grey.tif"), Path.Combine(folder, "labels.tif"));
        using (var volume = new Volume<ushort>(shape))
        {
            Parallel.For(0, depth, z =>
            {
                var random = new Random(z);
                foreach (ref var voxel in volume.Slice(z))
                    voxel = (ushort)random.Next(500, 1500);
            });
            host.Save(volume, input);
        }
        var clock = Stopwatch.StartNew();
        using (var image = new ImageLayer("grey", host.Open(input)))
        {
            var context = new OperationContext(host, host, host) { OutputPath = output, Layers = new Dictionary<string, Layer> { ["in"] = image } };
            using var result = TrainingPlugin.PredictOperation()
                .RunAsync(context, new PredictParameters { Model = folder, Device = ComputeDevice.Cpu }).GetAwaiter().GetResult();
            host.Save(result.Layers[0] is LabelsLayer labels ? labels.Labels : ((ImageLayer)result.Layers[0]).Volume, output);
        }
        var rate = shape.VoxelCount / clock.Elapsed.TotalSeconds / 1e6;
        rows.Add(new BenchmarkRow($"from file to file, {shape} voxels", rate, "Mvoxel/s", "bare network", rate / bare,
            $"{clock.Elapsed.TotalSeconds:0.0} s, opening, reading, writing and TIFF compression counted"));
        rows.Add(new BenchmarkRow("10⁹ voxels, extrapolated", 1e9 / rate / 1e6 / 60, "min", Note: "at the rate from file to file, as if the disk kept up; not run"));
        rows.Add(new BenchmarkRow("peak memory of this process", Process.GetCurrentProcess().PeakWorkingSet64 / (double)(1 << 30), "GiB",
            Note: "with the making of the input in memory"));
    }
}
