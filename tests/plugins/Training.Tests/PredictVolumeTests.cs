using System.Text.Json.Nodes;

using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace Training.Tests;

public sealed class PredictVolumeTests(TrainedRun run) : IClassFixture<TrainedRun>, IDisposable
{
    private static readonly VolumeShape Shape = new(3, 37, 45);
    private static readonly Spacing Spacing = new(0.2, 0.1, 0.1);

    private readonly TestHost _host = new();
    private readonly ImageLayer _image = new("tomogram", Volume());

    public void Dispose()
    {
        _host.Dispose();
        _image.Dispose();
    }

    [Fact]
    public async Task Run_GivesLabelsOfTheInputsSizeWithTheModelsPhases()
    {
        var result = await Predict(new PredictParameters { Model = run.Path });
        var labels = Assert.IsType<LabelsLayer>(Assert.Single(result.Layers)).Labels;
        Assert.Equal(Shape, labels.Shape);
        Assert.Equal(Spacing, labels.Spacing);
        Assert.Equal([("pore", 0L), ("binder", 10L), ("solid", 20L)], labels.Phases.Select(phase => (phase.Name, phase.FileValue)));
        var right = 0;
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                right += labels.Slice(z)[i] == Phantom.Label(z, i / Shape.Width, i % Shape.Width) ? 1 : 0;
        }
        Assert.True(right > 0.85 * Shape.VoxelCount, $"{right} of {Shape.VoxelCount} voxels are right");
        var fractions = result.Tables.Single(table => table.Title == "Volume fractions");
        Assert.Equal(1, fractions.Rows.Sum(row => (double)row[1]!), 1e-9);
        Assert.Equal(1, _host.Progress[^1].Fraction);
    }

    [Fact]
    public async Task Run_WithProbabilities_GivesOneLayerPerPhase()
    {
        var result = await Predict(new PredictParameters { Model = run.Path, Probabilities = true });
        var labels = ((LabelsLayer)result.Layers[0]).Labels;
        var images = result.Layers.Skip(1).Cast<ImageLayer>().ToList();
        Assert.Equal(["pore", "binder", "solid"], images.Select(image => image.Name.Split(' ')[^1]));
        var planes = images.Select(image => ((Volume<byte>)image.Volume).Slice(1).ToArray()).ToList();
        for (var i = 0; i < Shape.SliceLength; i++)
            Assert.Equal(planes.Max(plane => plane[i]), planes[labels.Slice(1)[i]][i]);
    }

    [Fact]
    public async Task Run_InPatches_GivesTheSameLabels()
    {
        var whole = (LabelsLayer)(await Predict(new PredictParameters { Model = run.Path })).Layers[0];
        var patched = (LabelsLayer)(await Predict(new PredictParameters { Model = run.Path, PatchSize = 16 })).Layers[0];
        for (var z = 0; z < Shape.Depth; z++)
            Assert.Equal(whole.Labels.Slice(z).ToArray(), patched.Labels.Slice(z).ToArray());
    }

    [Fact]
    public async Task Run_WithTheBestOrTheLastWeights_ReadsTheirFile()
    {
        using var folder = new TestFolder();
        File.Copy(Path.Combine(run.Path, "run.json"), folder.In("run.json"));
        File.Copy(Path.Combine(run.Path, "best.weights"), folder.In("best.weights"));
        Assert.Single((await Predict(new PredictParameters { Model = folder.Path, Weights = WeightsChoice.Best })).Layers);
        Assert.Contains("no weights yet", await Fault(folder.Path));
    }

    [Fact]
    public async Task Run_KeepsTheNumberOfLiveTensors()
    {
        await Predict(new PredictParameters { Model = run.Path });
        var before = Tensor.TotalCount;
        await Predict(new PredictParameters { Model = run.Path });
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public async Task Run_WhenCancelled_EndsBetweenSlices()
    {
        var reports = _host.Progress.Count;
        _host.OnReport = _ => _host.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Predict(new PredictParameters { Model = run.Path }));
        Assert.Equal(reports + 1, _host.Progress.Count);
    }

    [Fact]
    public async Task Run_WithoutAUsableModel_SaysWhatIsWrong()
    {
        using var folder = new TestFolder();
        Assert.Contains("--model", await Fault(""));
        Assert.Contains("no run.json", await Fault(folder.In("nowhere")));

        var (weights, record) = (folder.In("last.weights"), folder.In("run.json"));
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(run.Path, "run.json")))!;
        File.WriteAllText(record, json.ToJsonString());
        Assert.Contains("no weights yet", await Fault(folder.Path));
        File.WriteAllBytes(weights, File.ReadAllBytes(Path.Combine(run.Path, "last.weights"))[..5000]);
        Assert.Contains("last.weights", await Fault(folder.Path));

        json["format"] = 2;
        File.WriteAllText(record, json.ToJsonString());
        Assert.Contains("format is 2", await Fault(folder.Path));
        File.WriteAllText(record, "{ \"format\": 1, ");
        Assert.Contains("run.json", await Fault(folder.Path));
    }

    private async Task<OperationResult> Predict(PredictParameters parameters) =>
        await TrainingPlugin.PredictOperation().RunAsync(_host.Context(layer: _image), parameters with { Device = ComputeDevice.Cpu });

    private async Task<string> Fault(string model) =>
        (await Assert.ThrowsAsync<UserException>(() => Predict(new PredictParameters { Model = model }))).Message;

    private static Volume<float> Volume()
    {
        var volume = new Volume<float>(Shape, Spacing);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                volume.Slice(z)[i] = Phantom.Grey(z, i / Shape.Width, i % Shape.Width);
        }
        return volume;
    }
}
