using Training.Tests.Support;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace Training.Tests;

/// <summary>Data in the layouts that people have: divided folders, stacks, layers, several volumes, few labelled slices.</summary>
public sealed class DataSourcesTests : IDisposable
{
    private static readonly VolumeShape Shape = new(12, 20, 24);

    private readonly TestFolder _folder = new();
    private readonly TestHost _host = new();

    public void Dispose()
    {
        _folder.Dispose();
        _host.Dispose();
    }

    [Fact]
    public void Load_OfADividedFolder_LearnsFromTrainAndJudgesByValid()
    {
        foreach (var part in new[] { "train", "valid", "test" })
            Directory.CreateDirectory(_folder.In(part));
        _folder.WriteLabelled("train/1", 20, 24);
        _folder.WriteLabelled("train/2", 20, 24);
        _folder.WriteLabelled("valid/1", 28, 24);
        _folder.Write("test/9.tif", 8, 8, (_, x) => x);
        var data = Load(_folder.Path);
        Assert.Equal([("1", 20, 20), ("2", 20, 20)], data.Training.Select(volume => (volume.Name, volume.Height, volume.TrainingRows)));
        var region = Assert.Single(data.Validation);
        Assert.Equal((28, 0), (region.Volume.Height, region.FirstRow));
        Assert.Equal(_folder.In("test"), data.TestFolder);
        Assert.False(data.JudgesByTraining);
        // Names of slices choose among those of train; the folder for judging stays whole.
        Assert.Equal("2", Assert.Single(Load(_folder.Path, new TrainParameters { Slices = "2" }).Training).Name);
    }

    [Fact]
    public void Load_OfATrainFolderAlone_HoldsBackRows()
    {
        Directory.CreateDirectory(_folder.In("train"));
        _folder.WriteLabelled("train/1", 20, 24);
        var data = Load(_folder.Path);
        Assert.Equal(18, Assert.Single(data.Training).TrainingRows);
        Assert.Null(data.TestFolder);
    }

    [Fact]
    public void Load_OfStacks_TakesSinglePagesByNumber()
    {
        _folder.Write("a.tif", Shape, (z, y, x) => Phantom.Grey(z, y, x));
        _folder.Write("a_label.tif", Shape, (z, y, x) => Phantom.Label(z, y, x));
        _folder.WriteLabelled("b", 30, 24);
        var data = Load(_folder.Path, new TrainParameters { Slices = "a:2-4,b", Validation = "a:3" });
        Assert.Equal([2, 4], data.Training.Single(volume => volume.Name == "a").LabelledSlices);
        Assert.Equal((3, 4), (Assert.Single(data.Validation).FirstSlice, data.Validation[0].EndSlice));
        Assert.Contains("there are: a, b", Fault(_folder.Path, new TrainParameters { Slices = "a:12" }));
    }

    [Fact]
    public void Load_WithMoreVolumes_MakesOneTableOfAllTheirPhases()
    {
        _folder.Write("a.tif", Shape, (z, y, x) => x);
        _folder.Write("al.tif", Shape, (z, y, x) => x % 2);
        _folder.Write("b.tif", new VolumeShape(3, 30, 16), (z, y, x) => x);
        _folder.Write("bl.tif", new VolumeShape(3, 30, 16), (z, y, x) => x % 2 * 2);
        Directory.CreateDirectory(_folder.In("slices"));
        _folder.WriteLabelled("slices/7", 20, 24);
        var data = Load(_folder.In("a.tif"), new TrainParameters
        {
            Labels = _folder.In("al.tif"),
            LastSlice = 4,
            More = $"{_folder.In("b.tif")} = {_folder.In("bl.tif")}; {_folder.In("slices")}",
        });
        Assert.Equal([("a", 5), ("b", 3), ("7", 1)], data.Training.Select(volume => (volume.Name, volume.Depth)));
        Assert.Equal([0L, 1, 2], data.Phases.Select(phase => phase.FileValue));
        Assert.DoesNotContain((byte)1, data.Training[1].Labels[0]!);
        Assert.Equal(6, data.Files.Count);
        Assert.Contains("--more: 'nothing'", Fault(_folder.In("a.tif"), new TrainParameters { Labels = _folder.In("al.tif"), More = "nothing" }));
    }

    [Fact]
    public void Load_OfFewLabelledSlices_ReadsOnlyThoseAndTheirNeighbours()
    {
        var (grey, labels) = (Counted("grey.tif", (z, y, x) => x + z), Counted("labels.tif", (z, y, x) => z is 3 or 9 ? x % 2 : 7));
        var data = Load(new PatchShape(8, Neighbours: 2), _host.Context(_folder.In("grey.tif")), new TrainParameters { Labels = _folder.In("labels.tif"), Unlabelled = 7 });
        Assert.Equal([1, 2, 3, 4, 5, 7, 8, 9, 10, 11], grey().Read);
        Assert.Equal(12, labels().Read.Count);
        var volume = Assert.Single(data.Training);
        Assert.Equal([3, 9], volume.LabelledSlices);
        Assert.Null(volume.Grey[0]);
        Assert.Null(volume.Labels[4]);
        // Neighbours are made comparable like any slice.
        Assert.Equal(0, volume.Grey[1]!.Average(), 1e-3f);
    }

    [Fact]
    public void Load_WithNamedSlices_DoesNotLookAtTheLabelsOfOthers()
    {
        Counted("grey.tif", (z, y, x) => x);
        var labels = Counted("labels.tif", (z, y, x) => x % 2);
        Load(new PatchShape(8), _host.Context(_folder.In("grey.tif")), new TrainParameters { Labels = _folder.In("labels.tif"), Slices = "2,5-6" });
        Assert.Equal([2, 5, 6], labels().Read);
    }

    [Fact]
    public void Load_OfASelectedPart_KeepsOutOfTheRest()
    {
        var grey = Counted("grey.tif", (z, y, x) => x);
        Counted("labels.tif", (z, y, x) => x % 2);
        Load(new PatchShape(8, Neighbours: 3), _host.Context(_folder.In("grey.tif")),
            new TrainParameters { Labels = _folder.In("labels.tif"), FirstSlice = 2, LastSlice = 5 });
        Assert.Equal([2, 3, 4, 5], grey().Read);
    }

    [Fact]
    public void Load_OfLayers_IgnoresWhatIsUnlabelled()
    {
        using var image = new ImageLayer("scan", TestFolder.Read(_folder.Write("grey.tif", Shape, (z, y, x) => Phantom.Grey(z, y, x))));
        using var labels = new LabelsLayer("strokes", Strokes());
        var data = Load(new PatchShape(8, Neighbours: 1), Layers(image, labels), new TrainParameters());
        var volume = Assert.Single(data.Training);
        Assert.Equal([4, 8], volume.LabelledSlices);
        Assert.Equal([("solid", 0L), ("pore", 2L)], data.Phases.Select(phase => (phase.Name, phase.FileValue)));
        Assert.Equal(24, volume.Labels[4]!.Count(label => label != LabelVolume.Unlabelled));
        Assert.Equal(1, volume.Labels[8]![3 * 24]);
        Assert.Equal([("image", "scan"), ("labels", "strokes")], data.Files.Select(file => (file.Role, file.Name)));
        // What was painted since is other data.
        labels.Labels.Slice(8)[0] = 0;
        var again = Load(new PatchShape(8, Neighbours: 1), Layers(image, labels), new TrainParameters());
        Assert.Equal(data.Files[0].Sha256, again.Files[0].Sha256);
        Assert.NotEqual(data.Files[1].Sha256, again.Files[1].Sha256);
    }

    [Fact]
    public void Load_WithNoWayOrTwo_SaysWhatToGive()
    {
        using var image = new ImageLayer("scan", TestFolder.Read(_folder.Write("grey.tif", Shape, (z, y, x) => x)));
        using var labels = new LabelsLayer("strokes", Strokes());
        using var small = new LabelsLayer("small", new LabelVolume(new VolumeShape(1, 2, 3), PhaseTable.Numbered(2)));
        var both = Layers(image, labels) with { Paths = new Dictionary<string, string> { ["in"] = _folder.Path } };
        var shape = new PatchShape(8);
        Assert.Contains("--in FOLDER", Assert.Throws<UserException>(() => Load(shape, _host.Context(), new TrainParameters())).Message);
        Assert.Contains("not both", Assert.Throws<UserException>(() => Load(shape, both, new TrainParameters())).Message);
        Assert.Contains("'labelled'", Assert.Throws<UserException>(() => Load(shape, Layers(image, null), new TrainParameters())).Message);
        Assert.Contains("'image'", Assert.Throws<UserException>(() => Load(shape, Layers(null, labels), new TrainParameters())).Message);
        Assert.Contains("Leave --labels empty", Assert.Throws<UserException>(() => Load(shape, Layers(image, labels), new TrainParameters { Labels = "x" })).Message);
        Assert.Contains("1 × 2 × 3", Assert.Throws<UserException>(() => Load(shape, Layers(image, small), new TrainParameters())).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_OfSingleSlicesForANetworkThatSeesSeveral_SaysWhatToDo(bool isBlock)
    {
        _folder.WriteLabelled("1", 20, 24);
        _folder.WriteLabelled("2", 20, 24);
        var shape = isBlock ? new PatchShape(8, 0, 4, true) : new PatchShape(8, Neighbours: 1);
        var message = Assert.Throws<UserException>(() => Load(shape, _host.Context(_folder.Path), new TrainParameters())).Message;
        Assert.Contains("1.tif", message);
        Assert.Contains("folder of stacks", message);
        Assert.Equal(!isBlock, message.Contains("--neighbours 0"));
    }

    [Fact]
    public void Load_WithLabelValues_GivesEachVoxelTheNearest()
    {
        float[] values = [0, 3, 99, 130, 255, 254.5f];
        _folder.Write("1.tif", 20, 24, (y, x) => x);
        _folder.Write("1_label.tif", 20, 24, (y, x) => y == 0 ? 7 : values[x % 6]);
        var data = Load(_folder.Path, new TrainParameters { LabelValues = [0, 128, 255], Unlabelled = 7 });
        Assert.Equal([0L, 128, 255], data.Phases.Select(phase => phase.FileValue));
        Assert.Equal(new byte[] { 0, 0, 1, 1, 2, 2 }, data.Training[0].Labels[0]![24..30]);
        Assert.Equal(LabelVolume.Unlabelled, data.Training[0].Labels[0]![3]);
        Assert.Contains("--label-values", Fault(_folder.Path, new TrainParameters()));
        Assert.Contains("1.5", Fault(_folder.Path, new TrainParameters { LabelValues = [0, 1.5] }));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("", null)]
    [InlineData("balanced", "0.625 2.5 1")]
    [InlineData("1, 0,2.5", "1 0 2.5")]
    public void ClassWeights_AreWhatIsAskedFor(string text, string? expected)
    {
        // 1000 / (2 · 800) and 1000 / (2 · 200): so both phases that occur count the same in sum.
        var weights = ClassWeighting.Parse(text, [800, 200, 0], PhaseTable.Named("a", "b", "c"));
        Assert.Equal(expected, weights is null ? null : string.Join(' ', weights));
    }

    [Theory]
    [InlineData("1,2", "2 numbers for 3 phases")]
    [InlineData("balance", "neither none nor balanced")]
    [InlineData("1,-1,2", "neither none nor balanced")]
    [InlineData("0,0,0", "neither none nor balanced")]
    public void ClassWeights_ThatAreNone_AreRefused(string text, string part) =>
        Assert.Contains(part, Assert.Throws<UserException>(() => ClassWeighting.Parse(text, [1, 1, 1], PhaseTable.Named("a", "b", "c"))).Message);

    [Fact]
    public void PhaseCounts_AreThoseOfTheTrainingRows()
    {
        _folder.Write("1.tif", 20, 24, (y, x) => x);
        _folder.Write("1_label.tif", 20, 24, (y, x) => y == 0 ? 9 : x < 6 ? 0 : 1);
        var data = Load(_folder.Path, new TrainParameters { Unlabelled = 9, HoldBack = 0.5 });
        Assert.Equal([9 * 6, 9 * 18], data.PhaseCounts());
        Assert.Equal([10 * 6, 10 * 18], data.ValidationCounts());
    }

    private static LabelVolume Strokes()
    {
        var labels = new LabelVolume(Shape, new PhaseTable([new Phase("solid", PhaseTable.DefaultColor(0), 0), new Phase("binder", PhaseTable.DefaultColor(1), 1),
            new Phase("pore", PhaseTable.DefaultColor(2), 2)]));
        for (var z = 0; z < Shape.Depth; z++)
            labels.Slice(z).Fill(LabelVolume.Unlabelled);
        labels.Slice(4).Slice(5 * 24, 24).Clear();
        labels.Slice(8).Slice(3 * 24, 10).Fill(2);
        return labels;
    }

    private Func<CountingSource> Counted(string name, Func<int, int, int, float> value)
    {
        _folder.Write(name, Shape, value);
        CountingSource? opened = null;
        var others = _host.Reader;
        _host.Reader = path => Path.GetFileName(path) == name ? opened = new CountingSource(TestFolder.Read(path)) : others(path);
        return () => opened!;
    }

    private OperationContext Layers(ImageLayer? image, LabelsLayer? labels)
    {
        var layers = new Dictionary<string, Layer>();
        if (image is not null)
            layers["image"] = image;
        if (labels is not null)
            layers["labelled"] = labels;
        return _host.Context() with { Layers = layers };
    }

    private TrainingData Load(string path, TrainParameters? parameters = null) => Load(new PatchShape(8), _host.Context(path), parameters ?? new TrainParameters());

    private static TrainingData Load(PatchShape shape, OperationContext context, TrainParameters parameters) =>
        TrainingDataLoader.Load(context, parameters, NormalisationKind.SliceZScore, shape);

    private string Fault(string path, TrainParameters parameters) => Assert.Throws<UserException>(() => Load(path, parameters)).Message;
}
