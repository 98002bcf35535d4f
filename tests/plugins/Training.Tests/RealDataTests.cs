using Training.Tests.Support;

using VolumeViewer.Plugins.Formats;
using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

namespace Training.Tests;

/// <summary>Slices of an NMC cathode by nano-CT (Su et al., npj Comput. Mater. 8 (2022)).</summary>
public class RealDataTests
{
    private const string Slices = "samples/data/segmentpy-nmc";

    // A tenth of the usual training; thresholds by Otsu's method for three phases give an accuracy of 0.58 here.
    [Fact]
    public async Task Train_ForAShortWhileOnOneSlice_SegmentsAnotherFarBetterThanThresholds()
    {
        using var folder = new TestFolder();
        var readers = new Activated(new FormatsPlugin()).All<IVolumeReader>();
        IVolumeSource Open(string path) => readers.First(reader => reader.CanRead(path)).Open(path);
        using var host = new TestHost { Reader = Open };

        await TrainingPlugin.TrainOperation().RunAsync(host.Context(Repository.Find(Slices), folder.In("run")), new TrainParameters
        {
            Slices = "1501",
            NetworkOptions = "kernels=8",
            PatchSize = 64,
            Steps = 100,
            LearningRate = 4e-3,
            Device = ComputeDevice.Cpu,
        });
        using var image = new ImageLayer("1503", Open(Repository.Find($"{Slices}/1503.tif")));
        var result = await TrainingPlugin.PredictOperation().RunAsync(
            host.Context(layer: image), new PredictParameters { Model = folder.In("run"), Device = ComputeDevice.Cpu });

        var matrix = new ConfusionMatrix(3);
        using var truth = LabelVolume.FromSource(Open(Repository.Find($"{Slices}/1503_label.tif")));
        matrix.Add(truth.Slice(0), ((LabelsLayer)result.Layers[0]).Labels.Slice(0));
        Assert.True(matrix.Accuracy() > 0.8, $"accuracy {matrix.Accuracy()}");
    }
}
