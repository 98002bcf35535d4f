using System.Diagnostics;

using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>A training step beside python3-torch: the same network, batch, loss, optimiser and threads.</summary>
internal sealed class TrainBenchmark : IBenchmark
{
    public string Name => "train";

    public string Description => "A training step of LRCS-Net (16 kernels, Adam, cross-entropy) beside python3-torch.";

    public BenchmarkTable Run(bool isQuick, Action<string> log)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            var network = new BenchHost().Network;
            var rows = new List<BenchmarkRow>();
            foreach (var (batch, edge) in isQuick ? new[] { (4, 128) } : [(4, 128), (8, 256)])
            {
                log($"{batch} patches of {edge}² ...");
                Measure(network, folder, batch, edge, isQuick ? 4 : 10, rows, log);
            }
            return new BenchmarkTable(Name, $"A training step of LRCS-Net, 16 kernels, 3 phases, {get_num_threads()} thread(s)", rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(INetwork network, string folder, int batch, int edge, int rounds, List<BenchmarkRow> rows, Action<string> log)
    {
        manual_seed(1);
        using var module = network.Build(1, 3, network.Options.BindText(""));
        using var peer = PythonPeer.Start(module, folder, get_num_threads(), log);
        using var optimiser = optim.Adam(module.parameters(), 1e-3);
        using var grey = randn([batch, 1, edge, edge]);
        using var labels = randint(0, 3, [batch, edge, edge], ScalarType.Int64);
        var (ours, theirs) = (double.PositiveInfinity, double.PositiveInfinity);
        Step();
        peer?.Seconds($"train {batch} {edge}");
        for (var round = 0; round < rounds; round++)
        {
            ours = Math.Min(ours, Step());
            if (peer is not null)
                theirs = Math.Min(theirs, peer.Seconds($"train {batch} {edge}"));
        }
        var what = $"step of {batch} patches of {edge}²";
        var rate = batch * edge * edge / ours / 1e6;
        if (peer is null)
            rows.Add(new BenchmarkRow(what, rate, "Mvoxel/s", Note: "python3-torch is missing"));
        else
        {
            rows.Add(new BenchmarkRow(what, rate, "Mvoxel/s", "python3-torch", theirs / ours));
            rows.Add(new BenchmarkRow($"python3-torch, {what}", batch * edge * edge / theirs / 1e6, "Mvoxel/s"));
        }

        double Step()
        {
            var clock = Stopwatch.StartNew();
            using var scope = NewDisposeScope();
            module.train();
            optimiser.zero_grad();
            nn.functional.cross_entropy(module.call(grey), labels).backward();
            optimiser.step();
            return clock.Elapsed.TotalSeconds;
        }
    }
}
