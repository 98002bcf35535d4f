using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests.Forest;

public sealed class RandomForestTests : IDisposable
{
    private const string Id = "segment.random-forest";
    private const string Small = "scales=1,2 trees=20 ";

    private static readonly Runs Plugin = new(new SegmentationPlugin());
    private static readonly VolumeShape Shape = new(4, 40, 48);

    private readonly string _folder = Directory.CreateTempSubdirectory("forest").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Fine stripes and a plain ground of the same mean grey: no threshold tells them apart, their surroundings do.
    [Theory]
    [InlineData("")]
    [InlineData("dimensions=3")]
    public async Task Run_FromAFewStrokes_LabelsTexturesThatHaveTheSameGreys(string parameters)
    {
        using var image = Texture();
        using var strokes = Strokes();
        using var result = await Plugin.Run(Id, Small + parameters, null, ("in", image), ("labelled", strokes));
        var labels = ((LabelsLayer)result.Layers[0]).Labels;
        var right = 0;
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                right += labels.Slice(z)[i] == (i % Shape.Width < 24 ? 0 : 1) ? 1 : 0;
        }
        Assert.InRange(right / (double)Shape.VoxelCount, 0.95, 1);
        Assert.Equal(["plain", "stripes"], labels.Phases.Select(phase => phase.Name));
        Assert.InRange((double)result.Table("forest").Cell(0, "out-of-bag accuracy")!, 0.95, 1);
        Assert.Equal([120L, 120L], result.Table("phases").Rows.Select((_, row) => result.Table("phases").Cell(row, "training voxels")));
        Assert.Equal(1, result.Table("importances").Rows.Sum(row => (double)row[1]!), 1e-9);
    }

    [Fact]
    public async Task Run_WithProbabilitiesAndUncertainty_GivesLayersThatFitTheLabels()
    {
        using var image = Texture();
        using var strokes = Strokes();
        using var result = await Plugin.Run(Id, Small + "probabilities=true uncertainty=true", null, ("in", image), ("labelled", strokes));
        Assert.Equal(["grey, random forest", "grey, probability of plain", "grey, probability of stripes", "grey, uncertainty"], result.Layers.Select(layer => layer.Name));
        var labels = ((LabelsLayer)result.Layers[0]).Labels;
        var (plain, stripes, uncertainty) = (Volume(1), Volume(2), Volume(3));
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
            {
                Assert.InRange(plain.Slice(z)[i] + stripes.Slice(z)[i], 254, 256);
                Assert.True(plain.Slice(z)[i] >= stripes.Slice(z)[i] == (labels.Slice(z)[i] == 0) || plain.Slice(z)[i] == stripes.Slice(z)[i]);
                var p = plain.Slice(z)[i] / 255.0;
                var entropy = p is 0 or 1 ? 0 : -((p * Math.Log2(p)) + ((1 - p) * Math.Log2(1 - p)));
                Assert.Equal(entropy * 255, uncertainty.Slice(z)[i], 4.0);
            }
        }

        Volume<byte> Volume(int layer) => (Volume<byte>)((ImageLayer)result.Layers[layer]).Volume;
    }

    [Fact]
    public async Task Run_WithASavedForest_GivesTheSameLabels()
    {
        using var image = Texture();
        using var strokes = Strokes();
        var file = Path.Combine(_folder, "my.forest");
        using var first = await Plugin.Run(Id, Small + $"save-forest={file}", null, ("in", image), ("labelled", strokes));
        using var again = await Plugin.Run(Id, $"forest={file}", null, ("in", image));
        Assert.Equal(Greys.All(((LabelsLayer)first.Layers[0]).Labels), Greys.All(((LabelsLayer)again.Layers[0]).Labels));
        Assert.Equal("stripes", ((LabelsLayer)again.Layers[0]).Phases[1].Name);
    }

    [Fact]
    public async Task Run_WithEqualSeeds_GivesEqualLabels()
    {
        using var image = Texture();
        using var strokes = Strokes();
        using var one = await Plugin.Run(Id, Small, null, ("in", image), ("labelled", strokes));
        using var other = await Plugin.Run(Id, Small, null, ("in", image), ("labelled", strokes));
        Assert.Equal(Greys.All(((LabelsLayer)one.Layers[0]).Labels), Greys.All(((LabelsLayer)other.Layers[0]).Labels));
    }

    [Fact]
    public async Task Run_FromAFileOfLabelsWithAnUnlabelledValue_LeavesThatValueOut()
    {
        using var image = Texture();
        using var strokes = Strokes();
        // As a file of 0, 1 and 255 reads.
        var labels = new LabelVolume(Shape, PhaseTable.ForFileValues([0, 1, 255]));
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                labels.Slice(z)[i] = Math.Min((byte)2, strokes.Labels.Slice(z)[i]);
        }
        using var layer = new LabelsLayer("strokes", labels);
        using var one = await Plugin.Run(Id, Small, null, ("in", image), ("labelled", strokes));
        using var other = await Plugin.Run(Id, Small + "unlabelled-value=255", null, ("in", image), ("labelled", layer));
        Assert.Equal(2, ((LabelsLayer)other.Layers[0]).Phases.Count);
        Assert.Equal(Greys.All(((LabelsLayer)one.Layers[0]).Labels), Greys.All(((LabelsLayer)other.Layers[0]).Labels));
    }

    // Greys that drift from slice to slice: scaled slice by slice they are the same again.
    [Fact]
    public async Task Run_OnSlicesWhoseGreysDrift_GivesTheSameLabelsInAllOfThem()
    {
        var texture = (Volume<float>)Texture().Volume;
        var drifting = Greys.Filled(Shape, (z, y, x) => (texture[0, y, x] * (1 + z)) - (300 * z));
        using var image = Greys.Layer(drifting);
        using var strokes = Strokes();
        using var result = await Plugin.Run(Id, Small, null, ("in", image), ("labelled", strokes));
        var labels = ((LabelsLayer)result.Layers[0]).Labels;
        var same = Enumerable.Range(0, Shape.SliceLength).Count(i => labels.Slice(0)[i] == labels.Slice(3)[i]);
        Assert.InRange(same / (double)Shape.SliceLength, 0.995, 1);
    }

    [Fact]
    public async Task Run_OnGaps_LeavesThemUnlabelled()
    {
        var volume = (Volume<float>)Texture().Volume;
        (volume[1, 3, 4], volume[2, 30, 40]) = (float.NaN, float.PositiveInfinity);
        using var image = Greys.Layer(volume);
        using var strokes = Strokes();
        using var result = await Plugin.Run(Id, Small, null, ("in", image), ("labelled", strokes));
        var labels = ((LabelsLayer)result.Layers[0]).Labels;
        Assert.Equal(LabelVolume.Unlabelled, labels.Slice(1)[(3 * 48) + 4]);
        Assert.Equal(LabelVolume.Unlabelled, labels.Slice(2)[(30 * 48) + 40]);
        Assert.Equal(2, Greys.All(labels).Count(label => label == LabelVolume.Unlabelled));
    }

    [Fact]
    public async Task Run_WithoutOrWithTooManyThingsToLearnFrom_SaysWhatToGive()
    {
        using var image = Texture();
        using var strokes = Strokes();
        Assert.Contains("nothing to learn from", (await Fault("", ("in", image))).Message);
        Assert.Contains("Give one of", (await Fault("training=x", ("in", image), ("labelled", strokes))).Message);
        Assert.Contains("'x' does not exist", (await Fault("training=x", ("in", image))).Message);
        Assert.Contains("my.forest' cannot be opened", (await Fault("forest=my.forest", ("in", image))).Message);
        using var other = new LabelsLayer("other", new LabelVolume(new VolumeShape(4, 40, 49), PhaseTable.Numbered(2)));
        Assert.Contains("4 × 40 × 49", (await Fault("", ("in", image), ("labelled", other))).Message);
        using var empty = Strokes();
        for (var z = 0; z < Shape.Depth; z++)
            empty.Labels.Slice(z).Fill(LabelVolume.Unlabelled);
        Assert.Contains("No voxel is labelled", (await Fault("", ("in", image), ("labelled", empty))).Message);
        empty.Labels.Slice(0)[0] = 1;
        Assert.Contains("Only the phase 'stripes'", (await Fault("", ("in", image), ("labelled", empty))).Message);

        static Task<UserException> Fault(string parameters, params (string, Layer)[] layers) =>
            Assert.ThrowsAsync<UserException>(() => Plugin.Run(Id, Small + parameters, null, layers));
    }

    [Theory]
    [InlineData("measuring features of labelled voxels")]
    [InlineData("tree 3 of 20")]
    [InlineData("labelling")]
    public async Task Run_WhenCancelledOnTheWay_Ends(string status)
    {
        using var image = Texture();
        using var strokes = Strokes();
        using var source = new CancellationTokenSource();
        var job = new RecordedJob(source.Token) { Reported = progress => { if (progress.Status == status) source.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plugin.Run(Id, Small, job, ("in", image), ("labelled", strokes)));
    }

    // Multi-Otsu reaches 0.576 on this slice, with the phases in order of their greys.
    [Fact]
    public async Task Run_FromLabelledNmcSlices_BeatsThresholds()
    {
        using var image = new ImageLayer("grey", VolumeFiles.Open(Repository.File("samples/data/segmentpy-nmc/300.tif")));
        var parameters = $"training={Repository.File("samples/data/segmentpy-nmc")} slices=1,100 trees=30 max-voxels=10000";
        using var result = await Plugin.Run(Id, parameters, null, ("in", image));
        var truth = Greys.All(VolumeFiles.OpenLabels(Repository.File("samples/data/segmentpy-nmc/300_label.tif")));
        var found = Greys.All(((LabelsLayer)result.Layers[0]).Labels);
        Assert.InRange(found.Zip(truth).Count(pair => pair.First == pair.Second) / (double)truth.Length, 0.75, 0.95);
        Assert.InRange(result.Table("phases").Rows.Sum(row => (long)row[1]!), 9000, 11000);
        Assert.Contains("there is no labelled slice '7'", (await Assert.ThrowsAsync<UserException>(() =>
            Plugin.Run(Id, parameters.Replace("slices=1,100", "slices=7"), null, ("in", image)))).Message);
    }

    private static ImageLayer Texture()
    {
        var random = new Random(17);
        return Greys.Layer(Greys.Filled(Shape, (_, y, x) => 100 + (20 * random.NextSingle()) + (x < 24 ? 0 : y % 4 < 2 ? 25 : -25)));
    }

    // Two short strokes on the first slice.
    private static LabelsLayer Strokes()
    {
        var labels = new LabelVolume(Shape, PhaseTable.Named("plain", "stripes"));
        for (var z = 0; z < Shape.Depth; z++)
            labels.Slice(z).Fill(LabelVolume.Unlabelled);
        for (var y = 10; y < 30; y++)
        {
            labels.Slice(0).Slice((y * 48) + 8, 6).Clear();
            labels.Slice(0).Slice((y * 48) + 34, 6).Fill(1);
        }
        return new LabelsLayer("strokes", labels);
    }
}
