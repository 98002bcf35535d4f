using System.Text.Json.Nodes;

using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;

namespace Training.Tests;

/// <summary>Optimisers, schedules, early stopping, criteria, the test and the preview, each in a run of a second.</summary>
public sealed class TrainingOptionsTests : IDisposable
{
    private static readonly TrainParameters Small = new()
    {
        NetworkOptions = "kernels=2",
        PatchSize = 16,
        BatchSize = 2,
        StepsPerEpoch = 5,
        Steps = 30,
        LearningRate = 0.01,
        Device = ComputeDevice.Cpu,
    };

    private readonly TestFolder _folder = new();

    public TrainingOptionsTests()
    {
        for (var slice = 1; slice <= 3; slice++)
            _folder.WriteLabelled($"{slice}", 40, 48, seed: slice);
    }

    public static TheoryData<string> Options => new(
        "optimiser=adamw,weight-decay=0.01,schedule=step,decay-factor=0.5,decay-period=1.5",
        "optimiser=sgd-nesterov,momentum=0.9,clip-gradients=0.5,schedule=exponential,decay-rate=0.01,warm-up-steps=7",
        "schedule=plateau,plateau-patience=1,decay-factor=0.5,best-by=loss",
        "learning-rate=0.5,patience=2,best-by=interface-area",
        "loss=focal,best-by=accuracy,class-weights=balanced",
        "loss=segmentpy-dice,best-by=volume-fraction");

    public void Dispose() => _folder.Dispose();

    // Killed within the second epoch and again within the fourth, with checkpoints after every step.
    [Theory]
    [MemberData(nameof(Options))]
    public async Task Run_KilledAndResumed_GivesTheWeightsOfAnUninterruptedRun(string options)
    {
        var parameters = With(options) with { CheckpointMinutes = 1e-9 };
        using var whole = new TestHost();
        await Train(whole, parameters, "whole");
        foreach (var lastReport in (int[])[9, 11])
        {
            using var killed = new TestHost();
            killed.OnReport = count => { if (count == lastReport) throw new InvalidTimeZoneException("killed"); };
            await Record.ExceptionAsync(() => Train(killed, parameters with { Resume = true }, "killed"));
        }
        using var resumed = new TestHost();
        await Train(resumed, parameters with { Resume = true }, "killed");
        Assert.Equal(File.ReadAllBytes(In("whole", "last.weights")), File.ReadAllBytes(In("killed", "last.weights")));
        Assert.Equal(File.ReadAllBytes(In("whole", "best.weights")), File.ReadAllBytes(In("killed", "best.weights")));
        Assert.Equal(Metrics("whole"), Metrics("killed"));
    }

    [Fact]
    public async Task Run_CancelledWhileItIsJudged_StillHasThatEpoch()
    {
        using var whole = new TestHost();
        await Train(whole, Small, "whole");
        using var cancelled = new TestHost();
        // At the report of the last step of the second epoch, after which it is judged.
        cancelled.OnReport = count => { if (count == 1 + 10) cancelled.Cancel(); };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Train(cancelled, Small, "cancelled"));
        Assert.Single(Metrics("cancelled").Skip(1));
        using var resumed = new TestHost();
        await Train(resumed, Small with { Resume = true }, "cancelled");
        Assert.Equal(Metrics("whole"), Metrics("cancelled"));
        Assert.Equal(File.ReadAllBytes(In("whole", "last.weights")), File.ReadAllBytes(In("cancelled", "last.weights")));
    }

    [Fact]
    public async Task Run_WithoutImprovement_EndsEarly()
    {
        using var host = new TestHost();
        // Without learning every epoch is like the first.
        await Train(host, Small with { LearningRate = 1e-9, Patience = 2, Steps = 1000 });
        var record = JsonNode.Parse(File.ReadAllText(In("run", "run.json")))!;
        Assert.Equal("finished", (string)record["state"]!);
        var epochs = Metrics("run").Count() - 1;
        Assert.Equal(5 * epochs, (int)record["steps-done"]!);
        Assert.InRange(epochs, 3, 20);
        Assert.Contains(host.Lines, line => line.StartsWith($"Ended after {5 * epochs} of 1000 steps: for 2 epochs none was better than epoch"));
        using var again = new TestHost();
        await Train(again, Small with { LearningRate = 1e-9, Patience = 2, Steps = 1000, Resume = true });
        Assert.Single(again.Progress);
    }

    [Fact]
    public async Task Run_ByLoss_WritesTheValidationLossAndGoesByIt()
    {
        using var host = new TestHost();
        await Train(host, Small with { BestBy = BestBy.Loss });
        var rows = Metrics("run").Select(line => line.Split(',')).ToList();
        var column = Array.IndexOf(rows[0], "validation loss");
        var best = rows.Skip(1).OrderBy(row => double.Parse(row[column])).First()[0];
        Assert.Equal(best, $"{JsonNode.Parse(File.ReadAllText(In("run", "run.json")))!["best"]!["epoch"]}");
        Assert.All(rows.Skip(1), row => Assert.InRange(double.Parse(row[column]), 0.05, 3));
    }

    [Fact]
    public async Task Run_WithTestSlices_TestsWithBothWeights()
    {
        using var host = new TestHost();
        var result = await Train(host, Small with { TestSlices = "3", PhaseNames = "a,b,c" });
        Assert.Contains(host.Lines, line => line.Contains("2 slice(s) to learn from"));
        var table = result.Tables[2];
        Assert.Equal(["last", "best"], table.Rows.Select(row => row[0]));
        var json = JsonNode.Parse(File.ReadAllText(In("run", "test.json")))!;
        Assert.Equal(1, (int)json["slices"]!);
        Assert.Equal(table.Rows[0][1], (double)json["scores"]![0]!["accuracy"]!);
        Assert.Equal(1, json["scores"]![0]!["phases"]!.AsArray().Sum(phase => (double)phase!["volume-fraction"]!), 1e-9);
        var labels = Enumerable.Range(0, 40 * 48).Count(i => Phantom.Label(0, i / 48, i % 48, seed: 3) == 1);
        Assert.Equal(labels / (40.0 * 48), (double)json["scores"]![0]!["phases"]![1]!["labelled-volume-fraction"]!, 1e-9);
        Assert.Equal(3, File.ReadAllLines(In("run", "test.csv")).Length);
        Assert.StartsWith("Weights,Accuracy,Mean IoU,IoU a,IoU b,IoU c,Volume fraction a,", File.ReadAllLines(In("run", "test.csv"))[0]);
        // The weights in memory are the last again, and a resumed run tells the same test.
        using var again = new TestHost();
        Assert.Equal(table.Rows[1], (await Train(again, Small with { TestSlices = "3", PhaseNames = "a,b,c", Resume = true })).Tables[2].Rows[1]);
    }

    [Fact]
    public async Task Run_OfADividedFolder_TestsWithItsTestFolder()
    {
        foreach (var (part, slice) in new[] { ("train", "1"), ("valid", "2"), ("test", "3") })
        {
            Directory.CreateDirectory(_folder.In(part));
            foreach (var name in new[] { $"{slice}.tif", $"{slice}_label.tif" })
                File.Move(_folder.In(name), Path.Combine(_folder.In(part), name));
        }
        using var host = new TestHost();
        await Train(host, Small);
        Assert.Equal("3.tif", (string)JsonNode.Parse(File.ReadAllText(In("run", "test.json")))!["files"]![0]!["file"]!);
        using var other = new TestHost();
        await Train(other, Small with { Test = _folder.In("valid") }, "other");
        Assert.Equal("2.tif", (string)JsonNode.Parse(File.ReadAllText(In("other", "test.json")))!["files"]![0]!["file"]!);
    }

    [Fact]
    public async Task Run_WithAPreview_KeepsTheRegionAfterEachEpoch()
    {
        using var host = new TestHost();
        await Train(host, Small with { Steps = 10, Preview = "2@5,7,20,30" });
        Assert.Equal(["epoch-0001.tif", "epoch-0002.tif", "grey.tif"], host.Saved.Keys.Select(Path.GetFileName).Order());
        Assert.All(host.Saved.Values, volume => Assert.Equal(new VolumeShape(1, 20, 30), volume.Shape));
        var grey = host.Saved.Single(pair => pair.Key.EndsWith("grey.tif")).Value;
        var values = new float[20 * 30];
        grey.ReadSlice(0, values);
        // Normalised, which keeps the order: darkest where the phantom is.
        var darkest = Enumerable.Range(0, 600).MinBy(i => Phantom.Grey(0, 5 + (i / 30), 7 + (i % 30), seed: 2));
        Assert.Equal(values.Min(), values[darkest]);
    }

    [Theory]
    [InlineData("9", "--preview: '9' is no slice")]
    [InlineData("1@30,0,20,10", "the box does not lie in '1', which has 40 rows and 48 columns")]
    [InlineData("1@a", "'1@a' is no region")]
    [InlineData("@1,1,2,2", "is no region")]
    public async Task Run_WithAFaultyPreview_SaysWhatToGive(string preview, string message)
    {
        using var host = new TestHost();
        Assert.Contains(message, (await Assert.ThrowsAsync<UserException>(() => Train(host, Small with { Preview = preview }))).Message);
        Assert.False(Directory.Exists(_folder.In("run")));
    }

    [Fact]
    public async Task Run_WithFaultyTestSlices_SaysWhatThereIs()
    {
        using var host = new TestHost();
        Assert.Contains("--test-slices: there is no labelled slice '7'; there are: 1, 2, 3",
            (await Assert.ThrowsAsync<UserException>(() => Train(host, Small with { TestSlices = "7" }))).Message);
        Assert.Contains("not both", (await Assert.ThrowsAsync<UserException>(() => Train(host, Small with { TestSlices = "3", Test = _folder.Path }))).Message);
        Assert.Contains("No labelled slice is left", (await Assert.ThrowsAsync<UserException>(() => Train(host, Small with { Slices = "1", TestSlices = "1" }))).Message);
    }

    // Phase weights that leave a batch without any voxel that counts.
    [Fact]
    public async Task Run_WithPhasesThatDoNotCount_DoesNotDiverge()
    {
        _folder.Write("4.tif", 40, 40, (y, x) => Phantom.Grey(0, y, x));
        _folder.Write("4_label.tif", 40, 40, (y, x) => y < 4 && x < 4 ? 1 : 0);
        using var host = new TestHost();
        await Train(host, Small with { Slices = "4", ClassWeights = "0,1", Steps = 10, Augment = false });
    }

    private static TrainParameters With(string options)
    {
        var schema = ParameterSchema.For(typeof(TrainParameters));
        var texts = schema.ToTexts(Small).ToDictionary();
        foreach (var option in options.Split(','))
            texts[option.Split('=')[0]] = option.Split('=')[1];
        return (TrainParameters)schema.Bind(texts);
    }

    private async Task<OperationResult> Train(TestHost host, TrainParameters parameters, string run = "run") =>
        await TrainingPlugin.TrainOperation().RunAsync(host.Context(_folder.Path, _folder.In(run)), parameters);

    private string In(string run, string file) => Path.Combine(_folder.In(run), file);

    private IEnumerable<string> Metrics(string run) => File.ReadAllLines(In(run, "metrics.csv")).Select(line => line[..line.LastIndexOf(',')]);
}
