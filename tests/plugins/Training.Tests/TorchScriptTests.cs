using TorchSharp;

using Training.Tests.Support;

using VolumeViewer.Plugins.Formats;
using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace Training.Tests;

/// <summary>The U-Net that samples/torchscript ships, exported from PyTorch.</summary>
public sealed class TorchScriptTests : IDisposable
{
    private const string Slices = "samples/data/segmentpy-nmc";

    private static readonly string Model = Repository.Find("samples/torchscript/nmc-unet.pt");

    private readonly TestHost _host = new() { Reader = Open };

    public void Dispose() => _host.Dispose();

    // Multi-Otsu has 0.576 on this slice, which the network was not trained on.
    [Fact]
    public async Task Predict_WithTheSampleScript_LabelsAnUnseenSliceFarBetterThanThresholds()
    {
        using var labels = await Predict(Model);
        Assert.Equal(["NMC", "carbon-binder", "pore"], labels.Phases.Select(phase => phase.Name));
        var matrix = Judge(labels);
        Assert.True(matrix.Accuracy() > 0.76, $"accuracy {matrix.Accuracy()}");
    }

    // Not a voxel would differ but for rounding: sums of other lengths differ in their last bit (6e-8 here), which tips a voxel over whose two best phases are
    // as near as that. With a halo that is too short thousands differ, and by far.
    [Fact]
    public async Task Predict_InPatches_GivesTheSameLabels_WithTheHaloOfTheSidecarAndNoLess()
    {
        using var folder = new TestFolder();
        var shortened = Copy(folder, sidecar => sidecar.Replace("\"halo\": 56", "\"halo\": 8", StringComparison.Ordinal));
        using var whole = await Predict(Model);
        using var patched = await Predict(Model, patchSize: 96);
        using var wrong = await Predict(shortened, patchSize: 96);
        Assert.InRange(Differences(whole, patched), 0, 3);
        Assert.InRange(Differences(whole, wrong), 300, int.MaxValue);

        static int Differences(LabelVolume one, LabelVolume other)
        {
            var count = 0;
            for (var i = 0; i < one.Slice(0).Length; i++)
                count += one.Slice(0)[i] == other.Slice(0)[i] ? 0 : 1;
            return count;
        }
    }

    [Fact]
    public async Task Predict_KeepsTheNumberOfLiveTensors()
    {
        (await Predict(Model)).Dispose();
        var before = torch.Tensor.TotalCount;
        (await Predict(Model)).Dispose();
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public async Task Train_FromTheScript_StartsFromItsWeights_AndItsRunPredicts()
    {
        using var folder = new TestFolder();
        _host.Networks.Add(new TorchScriptNetwork(TorchScriptFile.Read(Model)));
        await TrainingPlugin.TrainOperation().RunAsync(_host.Context(Repository.Find(Slices), folder.In("run")), new TrainParameters
        {
            Network = "nmc-unet",
            Slices = "1",
            PatchSize = 64,
            BatchSize = 4,
            Steps = 2,
            LearningRate = 1e-4,
            Device = ComputeDevice.Cpu,
        });
        using var labels = await Predict(folder.In("run"));
        // Two steps from fresh weights would know next to nothing.
        Assert.True(Judge(labels).Accuracy() > 0.7, $"accuracy {Judge(labels).Accuracy()}");
    }

    [Fact]
    public async Task Predict_WithAScriptThatCannotBeUsed_SaysWhy()
    {
        using var folder = new TestFolder();
        Assert.Contains("no TorchScript file", await Fault(folder.In("none.pt")));

        var copy = Copy(folder, sidecar => sidecar.Replace("\"alignment\": 8", "\"alignment\": 4", StringComparison.Ordinal));
        Assert.Contains("probably 8", await Fault(copy));

        Copy(folder, sidecar => sidecar.Replace("\"inputs\": 1", "\"inputs\": 2", StringComparison.Ordinal));
        Assert.Contains("2 input channel(s)", await Fault(copy));

        Copy(folder, sidecar => sidecar);
        File.WriteAllBytes(copy, File.ReadAllBytes(Model)[..100_000]);
        Assert.Contains("cannot be loaded as TorchScript", await Fault(copy));

        File.Delete(TorchScriptFile.SidecarOf(copy));
        Assert.Contains("no sidecar", await Fault(copy));
    }

    private static string Copy(TestFolder folder, Func<string, string> change)
    {
        File.Copy(Model, folder.In("copy.pt"), overwrite: true);
        File.WriteAllText(folder.In("copy.json"), change(File.ReadAllText(TorchScriptFile.SidecarOf(Model))));
        return folder.In("copy.pt");
    }

    private async Task<LabelVolume> Predict(string model, int patchSize = 0)
    {
        using var image = new ImageLayer("300", Open(Repository.Find($"{Slices}/300.tif")));
        var result = await TrainingPlugin.PredictOperation().RunAsync(
            _host.Context(layer: image), new PredictParameters { Model = model, PatchSize = patchSize, Device = ComputeDevice.Cpu });
        return ((LabelsLayer)result.Layers[0]).Labels;
    }

    private async Task<string> Fault(string model) => (await Assert.ThrowsAsync<UserException>(() => Predict(model))).Message;

    private static ConfusionMatrix Judge(LabelVolume labels)
    {
        var matrix = new ConfusionMatrix(3);
        using var truth = LabelVolume.FromSource(Open(Repository.Find($"{Slices}/300_label.tif")));
        matrix.Add(truth.Slice(0), labels.Slice(0));
        return matrix;
    }

    private static IVolumeSource Open(string path) =>
        new Activated(new FormatsPlugin()).All<IVolumeReader>().First(reader => reader.CanRead(path)).Open(path);
}
