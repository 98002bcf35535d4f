using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Transfer;
using VolumeViewer.Sdk;

namespace Training.Tests;

public sealed class TransferStudyTests(TrainedRun source) : IClassFixture<TrainedRun>, IDisposable
{
    private readonly TestFolder _folder = new();

    private TransferStudyParameters Small => new()
    {
        Source = source.Path,
        TrainingSlices = "1,2",
        TestSlices = "3",
        Seeds = [1, 5],
        Steps = 3,
        NetworkOptions = "kernels=6",
        PatchSize = 16,
        BatchSize = 2,
        PhaseNames = "pore,binder,solid",
        Device = ComputeDevice.Cpu,
    };

    private string Out => _folder.In("study");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ComparesBothMethodsAndGoesOnWithWhatIsMissing()
    {
        for (var slice = 1; slice <= 3; slice++)
            _folder.WriteLabelled($"{slice}", 40, 40, seed: slice);
        using var host = new TestHost();
        host.OnReport = count => { if (count == 15) host.Cancel(); };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(host, Small));
        using var second = new TestHost();
        var result = await Run(second, Small);
        var trials = result.Tables[1];
        Assert.Equal(["from scratch 1 1", "transfer 1 1", "from scratch 1 5", "transfer 1 5", "from scratch 2 1", "transfer 2 1", "from scratch 2 5", "transfer 2 5"],
            trials.Rows.Select(row => $"{row[0]} {row[1]} {row[2]}"));
        Assert.Contains("IoU solid against the rest", trials.Columns.Select(column => column.Name));
        // What knows the phantom already is better after three steps than what does not.
        Assert.All(result.Tables[0].Rows, row => Assert.True((double)row[8]! > 0.1, $"gain {row[8]}"));
        Assert.All(result.Tables[0].Rows, row => Assert.Equal(2, row[9]));
        Assert.Equal(["from scratch", "from scratch, best seed", "from scratch, worst seed", "transfer", "transfer, best seed", "transfer, worst seed"],
            result.Plots[0].Series.Select(series => series.Name));
        Assert.Equal([1, 2], result.Plots[0].Series[3].X);
        Assert.Equal(8, Directory.GetDirectories(Out).Length);
        Assert.Equal(9, File.ReadAllLines(Path.Combine(Out, "study.csv")).Length);
        Assert.Equal(1, second.Progress[^1].Fraction, 1e-9);
        // All is there: nothing is trained again.
        using var third = new TestHost();
        var again = await Run(third, Small);
        Assert.Equal(trials.Rows.Select(row => row[4]), again.Tables[1].Rows.Select(row => row[4]));
        Assert.DoesNotContain(third.Progress, progress => progress.Status.Contains("step"));
    }

    [Fact]
    public async Task Run_WithoutARun_TrainsTheSourceFirst()
    {
        for (var slice = 1; slice <= 3; slice++)
            _folder.WriteLabelled($"{slice}", 40, 40, seed: slice);
        using var host = new TestHost();
        await Run(host, Small with { Source = "", SourceSlices = "2", SourceSteps = 2, TrainingSlices = "1", Seeds = [1] });
        Assert.Equal(["scratch-1-seed-1", "source", "transfer-1-seed-1"], Directory.GetDirectories(Out).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Run_WithFaultyParameters_SaysWhatToGive()
    {
        Assert.Contains("--training-slices", await Fault(Small with { TrainingSlices = "" }));
        Assert.Contains("--test-slices", await Fault(Small with { TestSlices = "" }));
        Assert.Contains("--source-slices", await Fault(Small with { Source = "" }));
        Assert.Contains("--counts: 3 is not a whole number from 1 to 2", await Fault(Small with { Counts = [1, 3] }));
        Assert.Contains("--seeds: 1.5", await Fault(Small with { Seeds = [1.5] }));
    }

    private Task<OperationResult> Run(TestHost host, TransferStudyParameters parameters) =>
        TrainingPlugin.TransferStudyOperation().RunAsync(host.Context(_folder.Path, Out), parameters);

    private async Task<string> Fault(TransferStudyParameters parameters)
    {
        using var host = new TestHost();
        return (await Assert.ThrowsAsync<UserException>(() => Run(host, parameters))).Message;
    }
}
