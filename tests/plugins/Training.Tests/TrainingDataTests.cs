using Training.Tests.Support;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace Training.Tests;

public sealed class TrainingDataTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestHost _host = new();

    public void Dispose()
    {
        _folder.Dispose();
        _host.Dispose();
    }

    [Fact]
    public void Load_OfAFolder_PairsSlicesOfDifferentSizesInNaturalOrder()
    {
        _folder.WriteLabelled("10", 40, 50);
        _folder.WriteLabelled("9", 30, 20);
        _folder.Write("11.tif", 8, 8, (_, _) => 1);
        var data = Load();
        Assert.Equal([("9", 30, 20), ("10", 40, 50)], data.Training.Select(slice => (slice.Name, slice.Height, slice.Width)));
        Assert.Equal(Phantom.Label(0, 13, 17), data.Training[0].Labels[0]![(13 * 20) + 17]);
        Assert.Contains(_host.Lines, line => line.Contains("11.tif"));
        Assert.Equal(["9.tif", "9_label.tif", "10.tif", "10_label.tif"], data.Files.Select(file => file.Name));
        Assert.Equal(4, data.Files.Select(file => file.Sha256).Distinct().Count());
    }

    [Fact]
    public void Load_MapsTheValuesOfAllLabelsToOneTable()
    {
        WritePair("1", (_, x) => x < 4 ? 0 : 255);
        WritePair("2", (_, x) => x < 4 ? 128 : 255);
        var data = Load(new TrainParameters { PhaseNames = "pore, YSZ, nickel" });
        Assert.Equal([("pore", 0L), ("YSZ", 128L), ("nickel", 255L)], data.Phases.Select(phase => (phase.Name, phase.FileValue)));
        Assert.Equal([0, 2], data.Training[0].Labels[0]!.Distinct().Order().Select(label => (int)label));
        Assert.Equal([1, 2], data.Training[1].Labels[0]!.Distinct().Order().Select(label => (int)label));
    }

    [Fact]
    public void Load_WithAnUnlabelledValue_LeavesItOutOfThePhases()
    {
        WritePair("1", (y, x) => y < 5 ? 9 : x < 4 ? 0 : 1);
        var data = Load(new TrainParameters { Unlabelled = 9 });
        Assert.Equal(2, data.Phases.Count);
        Assert.Equal(LabelVolume.Unlabelled, data.Training[0].Labels[0]![0]);
    }

    [Theory]
    [InlineData(0.1, 36, 36)]
    [InlineData(0.25, 30, 30)]
    [InlineData(0, 40, 0)]
    public void Load_HoldsBackTheBottomOfEverySlice(double share, int trainingRows, int firstRow)
    {
        _folder.WriteLabelled("1", 40, 20);
        var data = Load(new TrainParameters { HoldBack = share });
        Assert.Equal(trainingRows, data.Training[0].TrainingRows);
        Assert.Equal(firstRow, Assert.Single(data.Validation).FirstRow);
    }

    [Fact]
    public void Load_WithValidationSlices_KeepsThemOutOfTraining()
    {
        foreach (var name in new[] { "1", "2", "3", "4" })
            _folder.WriteLabelled(name, 20, 24);
        var data = Load(new TrainParameters { Slices = "1-3", Validation = "2" });
        Assert.Equal([("1", 20), ("3", 20)], data.Training.Select(slice => (slice.Name, slice.TrainingRows)));
        Assert.Equal(("2", 0), (data.Validation[0].Volume.Name, data.Validation[0].FirstRow));
    }

    [Fact]
    public void Load_WhenNothingLabelledCanBeHeldBack_JudgesByTheTrainingVoxelsAndSaysSo()
    {
        WritePair("1", (y, x) => y >= 16 ? 9 : x % 2);
        var data = Load(new TrainParameters { Unlabelled = 9 });
        Assert.Equal(0, data.Validation[0].FirstRow);
        Assert.Equal(20, data.Training[0].TrainingRows);
        Assert.Contains(_host.Lines, line => line.Contains("validation"));
    }

    [Fact]
    public void Load_OfAVolume_TakesTheSlicesInRange()
    {
        var shape = new VolumeShape(6, 20, 24);
        var grey = _folder.Write("grey.tif", shape, (z, y, x) => Phantom.Grey(z, y, x));
        var labels = _folder.Write("labels.tif", shape, (z, y, x) => Phantom.Label(z, y, x));
        var data = Load(new TrainParameters { Labels = labels, FirstSlice = 1, LastSlice = 3 }, grey);
        Assert.Equal(3, Assert.Single(data.Training).Depth);
        Assert.Equal(Phantom.Label(2, 11, 13), data.Training[0].Labels[1]![(11 * 24) + 13]);
        Assert.Equal([0, 1, 2], data.Validation.Select(region => region.FirstSlice));
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(4, 2)]
    public void Load_OfAVolumeWithSlicesOutOfRange_SaysWhatThereIs(int first, int last)
    {
        var shape = new VolumeShape(6, 8, 9);
        var grey = _folder.Write("grey.tif", shape, (z, y, x) => x);
        var labels = _folder.Write("labels.tif", shape, (z, y, x) => x % 2);
        Assert.Contains("0 to 5", Fault(new TrainParameters { Labels = labels, FirstSlice = first, LastSlice = last }, grey));
    }

    [Fact]
    public void Load_WithALabelThatHasNoImage_NamesBoth()
    {
        _folder.WriteLabelled("1", 20, 24);
        _folder.Write("7_label.tif", 20, 24, (_, x) => x % 2);
        var message = Fault();
        Assert.Contains("7_label.tif", message);
        Assert.Contains("put 7.tif", message);
    }

    [Fact]
    public void Load_WithSizesThatDiffer_NamesTheFilesAndTheSizes()
    {
        _folder.Write("1.tif", 20, 24, (_, x) => x);
        _folder.Write("1_label.tif", 20, 23, (_, x) => x % 2);
        var message = Fault();
        Assert.Contains("1 × 20 × 24", message);
        Assert.Contains("1 × 20 × 23", message);
        Assert.Contains("1_label.tif", message);
    }

    [Fact]
    public void Load_WithGreyValuesAsLabels_NamesTheFile()
    {
        _folder.Write("1.tif", 20, 24, (_, x) => x);
        _folder.Write("1_label.tif", 20, 24, (_, x) => x / 2f);
        Assert.Contains("1_label.tif", Fault());
    }

    [Fact]
    public void Load_OfWhatIsNoTrainingFolder_SaysWhatIsMissing()
    {
        Assert.Contains("N_label.tif", Fault());
        Assert.Contains("does not exist", Fault(path: _folder.In("nowhere")));
        Assert.Contains("--labels", Fault(path: _folder.Write("grey.tif", 8, 9, (_, x) => x)));
    }

    [Fact]
    public void Load_WithParametersThatDoNotFitTheData_SaysSo()
    {
        _folder.WriteLabelled("1", 20, 24);
        Assert.Contains("there are: 1", Fault(new TrainParameters { Slices = "1,100" }));
        Assert.Contains("there are: 1", Fault(new TrainParameters { Validation = "3" }));
        Assert.Contains("2 names (a, b) for 3 phases", Fault(new TrainParameters { PhaseNames = "a,b" }));
        Assert.Contains("the same", Fault(new TrainParameters { PhaseNames = "a,b,A" }));
        Assert.Contains("No labelled voxel is left", Fault(new TrainParameters { Validation = "1" }));
    }

    [Fact]
    public void Load_WithASinglePhase_SaysThatThereIsNothingToLearn()
    {
        WritePair("1", (_, _) => 4);
        Assert.Contains("(4)", Fault());
    }

    private void WritePair(string name, Func<int, int, float> label)
    {
        _folder.Write($"{name}.tif", 20, 24, (y, x) => (y * 24) + x);
        _folder.Write($"{name}_label.tif", 20, 24, label);
    }

    private TrainingData Load(TrainParameters? parameters = null, string? path = null) =>
        TrainingDataLoader.Load(
            _host.Context(path ?? _folder.Path), parameters ?? new TrainParameters(), NormalisationKind.SliceZScore, new PatchShape(16));

    private string Fault(TrainParameters? parameters = null, string? path = null) =>
        Assert.Throws<UserException>(() => Load(parameters, path)).Message;
}
