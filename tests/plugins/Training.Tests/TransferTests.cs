using System.Text.Json.Nodes;

using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Plugins.Training.Transfer;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Training.Tests;

/// <summary>Starting from the network that <see cref="TrainedRun"/> trained: 6 kernels, 3 phases.</summary>
public sealed class TransferTests(TrainedRun source) : IClassFixture<TrainedRun>, IDisposable
{
    private readonly TestFolder _folder = new();

    private TrainParameters Small => new()
    {
        NetworkOptions = "kernels=6",
        PatchSize = 16,
        BatchSize = 2,
        Steps = 6,
        LearningRate = 0.01,
        Device = ComputeDevice.Cpu,
        StartFrom = source.Path,
    };

    private string Out => _folder.In("run");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithFrozenStages_LeavesThemBitByBitAndTeachesTheRest()
    {
        _folder.WriteLabelled("1", 40, 40, seed: 2);
        // The encoder has no batch normalisation, decoder3 has two, whose running statistics must stay as well.
        var host = await Train(Small with { Freeze = "encoder*,decoder3" });
        var (before, after) = (State(source.Path), State(Out));
        foreach (var (name, values) in before)
            Assert.Equal(name.StartsWith("_encoder") || name.StartsWith("_decoder3"), values.SequenceEqual(after[name]));
        Assert.Contains(host.Lines, line => line.StartsWith("Restored from the run: encoder0, encoder1, encoder2, bottom, decoder3, decoder2, decoder1, decoder0, logits"));
        Assert.Contains(host.Lines, line => line == "Frozen: encoder0, encoder1, encoder2, decoder3");
        var record = JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "run.json")))!;
        Assert.Equal(4, record["frozen"]!.AsArray().Count);
        Assert.Equal(source.Path, (string)record["transfer"]!["run"]!);
    }

    [Fact]
    public async Task Run_WithAnotherNumberOfPhases_ReplacesTheClassifier()
    {
        _folder.Write("1.tif", 40, 40, (y, x) => Phantom.Grey(0, y, x));
        _folder.Write("1_label.tif", 40, 40, (y, x) => Phantom.Label(0, y, x) == 2 ? 1 : 0);
        var host = await Train(Small with { Steps = 1, Freeze = "bottom" });
        Assert.Contains(host.Lines, line => line == "Replaced by fresh weights: logits (its weight is 2×6×3×3, the run's is 3×6×3×3)");
        // One step changes weights by no more than the learning rate; what is not restored differs by more somewhere.
        Assert.True(State(source.Path)["_decoder0.0.weight"].Zip(State(Out)["_decoder0.0.weight"], (one, other) => Math.Abs(one - other)).Max() < 0.011);
    }

    [Fact]
    public async Task Run_RestoringSomeStages_LeavesTheOthersFresh()
    {
        _folder.WriteLabelled("1", 40, 40);
        var host = await Train(Small with { Restore = "encoder0, decoder*", LearningRate = 1e-9 });
        Assert.Contains(host.Lines, line => line == "Restored from the run: encoder0, decoder3, decoder2, decoder1, decoder0");
        var (before, after) = (State(source.Path), State(Out));
        double Furthest(string name) => before[name].Zip(after[name], (one, other) => Math.Abs(one - other)).Max();
        Assert.True(Furthest("_encoder0.0.weight") < 1e-6);
        Assert.True(Furthest("_encoder1.0.weight") > 1e-3);
        Assert.True(Furthest("_logits.weight") > 1e-3);
    }

    [Fact]
    public async Task Run_WithBestWeights_StartsFromThose()
    {
        _folder.WriteLabelled("1", 40, 40);
        await Train(Small with { StartWeights = WeightsChoice.Best, Steps = 1, LearningRate = 1e-9, Freeze = "encoder0" });
        Assert.Equal(State(source.Path, "best.weights")["_encoder0.0.weight"], State(Out)["_encoder0.0.weight"]);
    }

    [Fact]
    public async Task Run_WithFaultyStages_SaysWhatThereIs()
    {
        _folder.WriteLabelled("1", 40, 40);
        Assert.Contains("--restore: the network has no stage 'encodr0'; it has: encoder0, encoder1, encoder2, bottom", await Fault(Small with { Restore = "encodr0" }));
        Assert.Contains("--freeze: the network has no stage 'top*'", await Fault(Small with { Freeze = "top*" }));
        Assert.Contains("all stages are frozen", await Fault(Small with { Freeze = "*" }));
        Assert.Contains("--freeze: 'bottom' was not restored (not chosen)", await Fault(Small with { Restore = "encoder*", Freeze = "bottom" }));
        Assert.Contains("--restore: 'encoder1' cannot be restored: its 0.weight is 8×8×3×3, the run's is 12×12×3×3",
            await Fault(Small with { NetworkOptions = "kernels=4", Restore = "encoder1" }));
        Assert.Contains("no stage of the run's network fits", await Fault(Small with { NetworkOptions = "kernels=4" }));
        Assert.Contains("no run folder", await Fault(Small with { StartFrom = _folder.Path }));
    }

    [Fact]
    public async Task Run_ResumedBeforeACheckpoint_RefusesOtherWeightsToStartFrom()
    {
        _folder.WriteLabelled("1", 40, 40);
        var copy = Directory.CreateDirectory(_folder.In("source")).FullName;
        foreach (var file in Directory.EnumerateFiles(source.Path))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        using var killed = new TestHost();
        killed.OnReport = count => { if (count == 3) throw new InvalidTimeZoneException("killed"); };
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Run(killed, Small with { StartFrom = copy }));
        File.Copy(Path.Combine(copy, "run.json"), Path.Combine(copy, "last.weights"), overwrite: true);
        Assert.Contains("cannot be loaded", await Fault(Small with { StartFrom = copy, Resume = true }));
        using (var other = host().Get<INetwork>("lrcs-net").Build(1, 3, host().Get<INetwork>("lrcs-net").Options.BindText("kernels=6")))
            other.save(Path.Combine(copy, "last.weights"));
        Assert.Contains("no longer those", await Fault(Small with { StartFrom = copy, Resume = true }));

        static TestHost host() => new();
    }

    [Fact]
    public async Task Describe_ListsTheStagesOfARunAndOfANetwork()
    {
        using var host = new TestHost();
        var result = await TrainingPlugin.DescribeOperation().RunAsync(host.Context(), new DescribeNetworkParameters { Run = source.Path });
        var stages = result.Tables[1];
        Assert.Equal(["encoder0", "encoder1", "encoder2", "bottom", "decoder3", "decoder2", "decoder1", "decoder0", "logits"], stages.Rows.Select(row => row[0]));
        // 12 channels of 3·3 and a bias each; 3 of 6·3·3 and a bias each.
        Assert.Equal((120L, 165L), (stages.Rows[0][1], stages.Rows[^1][1]));
        result = await TrainingPlugin.DescribeOperation().RunAsync(host.Context(), new DescribeNetworkParameters { NetworkOptions = "kernels=2", Inputs = 3, Phases = 5 });
        Assert.Equal((112L, 95L), (result.Tables[1].Rows[0][1], result.Tables[1].Rows[^1][1]));
        Assert.Contains(result.Tables[0].Rows, row => (string)row[0]! == "alignment (voxels)" && (string)row[1]! == "8");
        await Assert.ThrowsAsync<UserException>(() => TrainingPlugin.DescribeOperation().RunAsync(host.Context(), new DescribeNetworkParameters { Run = _folder.Path }));
    }

    private async Task<TestHost> Train(TrainParameters parameters)
    {
        using var host = new TestHost();
        await Run(host, parameters);
        return host;
    }

    private Task<OperationResult> Run(TestHost host, TrainParameters parameters) =>
        TrainingPlugin.TrainOperation().RunAsync(host.Context(_folder.Path, Out), parameters);

    private async Task<string> Fault(TrainParameters parameters)
    {
        using var host = new TestHost();
        return (await Assert.ThrowsAnyAsync<UserException>(() => Run(host, parameters))).Message;
    }

    // Weights and running statistics by name, of float32 ones.
    private static Dictionary<string, float[]> State(string run, string weights = "last.weights")
    {
        using var host = new TestHost();
        var record = VolumeViewer.Plugins.Training.Run.RunRecord.Parse(File.ReadAllText(Path.Combine(run, "run.json")));
        var network = host.Get<INetwork>(record.Network);
        using var module = network.Build(record.Inputs, record.Phases.Count, network.Options.Bind(record.NetworkOptions));
        module.load(Path.Combine(run, weights));
        return module.state_dict().Where(pair => pair.Value.dtype == ScalarType.Float32).ToDictionary(pair => pair.Key, pair => pair.Value.data<float>().ToArray());
    }
}
