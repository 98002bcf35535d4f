using System.Text.Json.Nodes;

using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace Training.Tests;

public sealed class TrainNetworkTests : IDisposable
{
    // Small enough for a run in a second: 24 steps in three epochs.
    private static readonly TrainParameters Small = new()
    {
        NetworkOptions = "kernels=2",
        PatchSize = 16,
        BatchSize = 2,
        StepsPerEpoch = 8,
        Steps = 24,
        LearningRate = 0.01,
        Device = ComputeDevice.Cpu,
    };

    private readonly TestFolder _folder = new();

    public TrainNetworkTests()
    {
        _folder.WriteLabelled("1", 48, 40);
        _folder.WriteLabelled("2", 40, 56, seed: 1);
    }

    private string Out => _folder.In("run");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_LearnsToTellThePhases()
    {
        using var host = new TestHost();
        var result = await Train(host, Small with
        {
            NetworkOptions = "kernels=6",
            PatchSize = 32,
            BatchSize = 4,
            StepsPerEpoch = 40,
            Steps = 160,
            PhaseNames = "a,b,c",
        });
        var (accuracy, meanIoU) = ((double)result.Tables[0].Rows[0][3]!, (double)result.Tables[0].Rows[0][4]!);
        Assert.True(accuracy > 0.85, $"accuracy {accuracy}");
        Assert.True(meanIoU > 0.7, $"mean IoU {meanIoU}");
        Assert.Equal(["a", "b", "c"], result.Tables[1].Rows.Select(row => row[0]));
        Assert.Equal(4, host.Series("validation", "accuracy").Snapshot().Length);
        var loss = host.Series("loss", "training").Snapshot();
        Assert.Equal(160, loss.Length);
        Assert.True(loss[^10..].Average(point => point.Y) < 0.6 * loss[..10].Average(point => point.Y));
        Assert.Equal(1, host.Progress[^1].Fraction);
        Assert.Equal(4, host.Lines.Count(line => line.StartsWith("epoch")));
    }

    [Fact]
    public async Task Run_KeepsEverythingInTheRunFolder()
    {
        using var host = new TestHost();
        await Train(host, Small);
        Assert.Equal(["best.weights", "last.checkpoint", "last.weights", "metrics.csv", "run.json"], Directory.EnumerateFiles(Out).Select(Path.GetFileName).Order());
        var record = JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "run.json")))!;
        Assert.Equal("finished", (string)record["state"]!);
        Assert.Equal("lrcs-net", (string)record["network"]!["id"]!);
        Assert.Equal("2", (string)record["network"]!["options"]!["kernels"]!);
        Assert.Equal("1", (string)record["parameters"]!["seed"]!);
        Assert.Equal(4, record["data"]!.AsArray().Count);
        Assert.Equal(64, ((string)record["data"]![0]!["sha256"]!).Length);
        Assert.Equal(3, record["phases"]!.AsArray().Count);
        Assert.Equal(24, (int)record["steps-done"]!);
        var metrics = File.ReadAllLines(Path.Combine(Out, "metrics.csv"));
        Assert.Equal(4, metrics.Length);
        // Of 9 stages the norms of weights and gradients; of 3 phases the shares, and the errors of fractions and interfaces, by each and in all.
        Assert.Equal(7 + 3 + 4 + 4 + (2 * 9), metrics[0].Split(',').Length);
        Assert.All(metrics, line => Assert.Equal(metrics[0].Split(',').Length, line.Split(',').Length));
        Assert.StartsWith("epoch,step,learning rate,training loss,validation accuracy,validation mean IoU,IoU phase 0,", metrics[0]);
        Assert.EndsWith(",gradient norm logits,seconds", metrics[0]);
    }

    [Fact]
    public async Task Run_WithEqualSeeds_GivesEqualWeights()
    {
        foreach (var (name, seed) in new[] { ("a", 3), ("b", 3), ("c", 4) })
        {
            using var host = new TestHost();
            await Train(host, Small with { Seed = seed }, _folder.In(name));
        }
        Assert.Equal(Weights("a"), Weights("b"));
        Assert.NotEqual(Weights("a"), Weights("c"));
    }

    // Step 5: before there is any checkpoint. 11: within the second epoch, of which nothing was saved. 17: just after its end.
    [Theory]
    [InlineData(5, 0)]
    [InlineData(11, 8)]
    [InlineData(17, 16)]
    public async Task Run_ResumedAfterAKill_GivesTheWeightsOfAnUninterruptedRun(int lastStep, int saved)
    {
        using var whole = new TestHost();
        await Train(whole, Small, _folder.In("whole"));
        using var killed = new TestHost();
        // Nothing is saved on this way out, as nothing is when the process is killed.
        killed.OnReport = count => { if (count == 1 + lastStep) throw new InvalidTimeZoneException("killed"); };
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Train(killed, Small));
        using var resumed = new TestHost();
        var result = await Train(resumed, Small with { Resume = true });
        Assert.Equal(Weights("whole"), Weights("run"));
        Assert.Equal(WithoutSeconds("whole"), WithoutSeconds("run"));
        Assert.Equal(24 - saved, resumed.Progress.Count - 1);
        Assert.Equal(24, result.Plots[0].Series[0].X.Count);
        Assert.Equal(24, resumed.Series("loss", "training").Snapshot().Length);
    }

    [Fact]
    public async Task Run_ResumedAfterACancel_GoesOnAtThatStep()
    {
        using var whole = new TestHost();
        await Train(whole, Small, _folder.In("whole"));
        using var cancelled = new TestHost();
        cancelled.OnReport = count => { if (count == 1 + 11) cancelled.Cancel(); };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Train(cancelled, Small));
        Assert.Equal("cancelled", (string)JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "run.json")))!["state"]!);
        using var resumed = new TestHost();
        await Train(resumed, Small with { Resume = true });
        Assert.Equal(24 - 11, resumed.Progress.Count - 1);
        Assert.Equal(Weights("whole"), Weights("run"));
    }

    [Fact]
    public async Task Run_IntoAFolderWithARun_IsRefused()
    {
        using var host = new TestHost();
        await Train(host, Small);
        var before = File.ReadAllText(Path.Combine(Out, "run.json"));
        var fault = await Assert.ThrowsAsync<UserException>(() => Train(host, Small));
        Assert.Contains(Out, fault.Message);
        Assert.Contains("resume", fault.Message);
        Assert.Equal(before, File.ReadAllText(Path.Combine(Out, "run.json")));
    }

    [Fact]
    public async Task Run_ResumingAFinishedRun_TellsItsResult()
    {
        using var first = new TestHost();
        var before = await Train(first, Small);
        using var second = new TestHost();
        var after = await Train(second, Small with { Resume = true });
        Assert.Single(second.Progress);
        Assert.Equal(before.Tables[0].Rows[0], after.Tables[0].Rows[0]);
    }

    [Fact]
    public async Task Run_ResumedWithOtherParametersOrData_IsRefused()
    {
        using var host = new TestHost();
        await Train(host, Small);
        Assert.Contains("learning-rate (was '0.01', is '0.02')", await Fault(Small with { Resume = true, LearningRate = 0.02 }));
        _folder.WriteLabelled("2", 40, 56, seed: 2);
        Assert.Contains("2.tif", await Fault(Small with { Resume = true }));
    }

    [Fact]
    public async Task Run_WithADamagedCheckpoint_SaysSo()
    {
        using var host = new TestHost();
        await Train(host, Small);
        var path = Path.Combine(Out, "last.checkpoint");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^500]);
        Assert.Contains("last.checkpoint", await Fault(Small with { Resume = true }));
    }

    [Fact]
    public async Task Run_KeepsTheNumberOfLiveTensors()
    {
        var counts = new List<long>();
        using var host = new TestHost();
        host.OnReport = _ => counts.Add(Tensor.TotalCount);
        await Train(host, Small with { Loss = LossKind.Both });
        Assert.Single(counts[3..].Distinct());
        var before = Tensor.TotalCount;
        using var again = new TestHost();
        await Train(again, Small, _folder.In("again"));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public async Task Run_WithFaultyParameters_SaysWhatToTakeAndLeavesNoFolder()
    {
        Assert.Contains("take 104", await Fault(Small with { PatchSize = 100 }));
        Assert.Contains("kernel-sise", await Fault(Small with { NetworkOptions = "kernel-sise=3" }));
        Assert.Contains("no-net", await Fault(Small with { Network = "no-net" }));
        Assert.Contains("4", await Fault(Small with { NetworkOptions = "kernel-size=4" }));
        Assert.Contains("there are: 1, 2", await Fault(Small with { Slices = "5" }));
        Assert.False(Directory.Exists(Out));
        Assert.Contains("--out", (await Assert.ThrowsAsync<UserException>(async () =>
        {
            using var host = new TestHost();
            await TrainingPlugin.TrainOperation().RunAsync(host.Context(_folder.Path), Small);
        })).Message);
    }

    [Fact]
    public async Task Run_IntoAPlaceThatCannotBeWritten_SaysSo()
    {
        using var host = new TestHost();
        var fault = await Assert.ThrowsAsync<UserException>(() => Train(host, Small, Path.Combine(_folder.In("1.tif"), "run")));
        Assert.Contains("1.tif", fault.Message);
    }

    [Fact]
    public async Task Run_ThatDiverges_NamesTheLearningRate()
    {
        using var host = new TestHost();
        host.Networks.Add(new DivergingNetwork());
        var fault = await Assert.ThrowsAsync<UserException>(() => Train(host, Small with { Network = "diverging", NetworkOptions = "" }));
        Assert.Contains("step 1", fault.Message);
        Assert.Contains("--learning-rate than 0.01", fault.Message);
    }

    private async Task<OperationResult> Train(TestHost host, TrainParameters parameters, string? output = null) =>
        await TrainingPlugin.TrainOperation().RunAsync(host.Context(_folder.Path, output ?? Out), parameters);

    private async Task<string> Fault(TrainParameters parameters)
    {
        using var host = new TestHost();
        return (await Assert.ThrowsAnyAsync<UserException>(() => Train(host, parameters))).Message;
    }

    private byte[][] Weights(string run) =>
        [.. new[] { "best.weights", "last.weights" }.Select(name => File.ReadAllBytes(Path.Combine(_folder.In(run), name)))];

    private IEnumerable<string> WithoutSeconds(string run) =>
        File.ReadAllLines(Path.Combine(_folder.In(run), "metrics.csv")).Select(line => line[..line.LastIndexOf(',')]);
}
