using Training.Tests.Support;

using VolumeViewer.Plugins.Training.Live;
using VolumeViewer.Sdk;

namespace Training.Tests;

/// <summary>The live network, on stripes of two greys with noise.</summary>
public sealed class LiveCnnTests
{
    private static readonly VolumeShape Shape = new(6, 48, 56);

    [Fact]
    public void Learn_FromOneStrokeOfEachPhase_TellsTwoGreysApart()
    {
        using var host = new TestHost();
        using var image = Stripes();
        using var session = Start(host, image, "network-options=kernels=8");
        var strokes = Strokes(z: 1);
        session.Learn(strokes, VoxelBox.Of(Shape));
        Assert.True(session.Refine());
        while (session.Refine())
        {
        }
        // Another slice than that of the strokes.
        var region = new LiveRegion(new VoxelBox(4, 0, 0, 1, 48, 56));
        session.Predict(region);
        // Strokes down the middle do not tell to the voxel where a stripe ends.
        var inside = Enumerable.Range(0, region.Labels.Length).Where(i => i % 14 is > 2 and < 11).ToList();
        var right = inside.Count(i => region.Labels.Span[i] == Truth(i % 56)) / (double)inside.Count;
        Assert.True(right > 0.95, $"{right:0.000} of the voxels within the stripes are right.");
    }

    [Fact]
    public void Predict_OfAPart_IsAsInTheWholeSlice()
    {
        using var host = new TestHost();
        using var image = Stripes();
        using var session = Start(host, image, "steps-in-pauses=0");
        session.Learn(Strokes(z: 1), VoxelBox.Of(Shape));
        Assert.False(session.Refine());
        var whole = new LiveRegion(new VoxelBox(2, 0, 0, 2, 48, 56));
        session.Predict(whole);
        var part = new LiveRegion(new VoxelBox(2, 11, 17, 2, 9, 20));
        session.Predict(part);
        for (var z = 0; z < 2; z++)
        {
            for (var y = 0; y < 9; y++)
            {
                for (var x = 0; x < 20; x++)
                {
                    var (inPart, inWhole) = ((((z * 9) + y) * 20) + x, (((z * 48) + y + 11) * 56) + x + 17);
                    // Shares may differ in their last bits by the size of what they were computed in.
                    Assert.InRange(Math.Abs(part.Probability.Span[inPart] - whole.Probability.Span[inWhole]), 0, 1);
                }
            }
        }
    }

    [Fact]
    public void Learn_WithOnePhaseOrCancelled_SaysSoAndGoesOn()
    {
        using var host = new TestHost();
        using var image = Stripes();
        using var session = Start(host, image, "steps-in-pauses=0");
        var strokes = new LiveStrokes(Shape, PhaseTable.Numbered(2));
        strokes.Set(new VoxelBox(1, 5, 2, 1, 1, 3), [0, 0, 0]);
        Assert.Contains("two phases", Assert.Throws<UserException>(() => session.Learn(strokes, VoxelBox.Of(Shape))).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => session.Learn(Strokes(z: 1), VoxelBox.Of(Shape), null, new CancellationToken(canceled: true)));
        session.Learn(Strokes(z: 1), VoxelBox.Of(Shape));
        session.Predict(new LiveRegion(new VoxelBox(0, 0, 0, 1, 48, 56)));
    }

    [Fact]
    public void Start_WithAnUnknownNetworkOrOption_SaysWhich()
    {
        using var host = new TestHost();
        using var image = Stripes();
        Assert.Contains("'no-net'", Assert.Throws<UserException>(() => Start(host, image, "network=no-net")).Message, StringComparison.Ordinal);
        Assert.Contains("'width'", Assert.Throws<ParameterException>(() => Start(host, image, "network-options=width=3")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SuggestSlices_FromStrokes_NamesAllOthersAndFindsTheUnlikeOneNew()
    {
        using var host = new TestHost();
        // The last slice is brighter than those that are labelled.
        using var image = Stripes(brighter: 5);
        using var labels = Layer(Strokes(z: 1));
        var operation = SuggestSlices.Create();
        var context = host.Context(layer: image) with { Layers = new Dictionary<string, Layer> { ["in"] = image, ["strokes"] = labels } };
        var parameters = new Dictionary<string, string> { ["options"] = "steps-in-pauses=0,patch-size=32,batch-size=2", ["count"] = "9" };
        var result = await operation.RunAsync(context, operation.Parameters.Bind(parameters));

        var rows = result.Tables[0].Rows;
        Assert.Equal(5, rows.Count);
        Assert.DoesNotContain(1, rows.Select(row => (int)row[0]!));
        Assert.Equal(5, (int)rows.MaxBy(row => (double)row[3]!)![0]!);
        Assert.All(rows, row => Assert.Equal((double)row[1]!, (double)row[2]! * (double)row[3]!, 9));
    }

    [Fact]
    public async Task SuggestSlices_WithoutModelOrStrokesOrWithAWrongSlice_SaysWhatIsMissing()
    {
        using var host = new TestHost();
        using var image = Stripes();
        var operation = SuggestSlices.Create();
        Assert.Contains("--model", (await Assert.ThrowsAsync<UserException>(() => operation.RunAsync(host.Context(layer: image), operation.Parameters.CreateDefault()))).Message, StringComparison.Ordinal);
        var wrong = operation.Parameters.Bind([KeyValuePair.Create("labelled-slices", "2,6")]);
        Assert.Contains("6 is no slice", (await Assert.ThrowsAsync<UserException>(() => operation.RunAsync(host.Context(layer: image), wrong))).Message, StringComparison.Ordinal);
    }

    // On a line: 0 labelled, candidates at 1, 9 and 10 with equal uncertainty. The farthest comes first; then 1, since 9 is next to what was just chosen.
    [Fact]
    public void Best_OfSlicesOnALine_TakesTheFarthestAndThenNotItsNeighbour()
    {
        var candidates = new[] { 1.0, 9, 10 }.Select((place, slice) => new SliceLook(slice + 1, 0.5, [place])).ToList();
        var best = SliceChoice.Best([new SliceLook(0, 0.9, [0.0])], candidates, 3);
        Assert.Equal([3, 1, 2], best.Select(suggestion => suggestion.Slice));
        Assert.Equal([1.0, 0.1, 0.1], best.Select(suggestion => Math.Round(suggestion.Novelty, 6)));
        Assert.Equal(0.05, best[1].Score, 6);
    }

    [Fact]
    public void Best_WithNothingLabelled_BeginsWithTheMostUncertain()
    {
        var best = SliceChoice.Best([], [new SliceLook(4, 0.2, [1.0]), new SliceLook(7, 0.6, [1.0])], 5);
        Assert.Equal([7, 4], best.Select(suggestion => suggestion.Slice));
        Assert.Equal([1.0, 0.0], best.Select(suggestion => suggestion.Novelty));
        Assert.Empty(SliceChoice.Best([], [], 5));
    }

    private static ILiveSession Start(TestHost host, ImageLayer image, string parameters)
    {
        var segmenter = new LiveCnn();
        var texts = $"network-options=kernels=2;patch-size=32;batch-size=2;device=cpu;{parameters}".Split(';')
            .Select(text => KeyValuePair.Create(text[..text.IndexOf('=')], text[(text.IndexOf('=') + 1)..]))
            .GroupBy(pair => pair.Key).Select(group => group.Last());
        return segmenter.Start(new LiveContext(image.Volume, image.Statistics, PhaseTable.Numbered(2), host), segmenter.Parameters.Bind(texts));
    }

    // Stripes 14 voxels wide.
    private static byte Truth(int x) => (byte)(x / 14 % 2);

    private static ImageLayer Stripes(int brighter = -1)
    {
        var random = new Random(5);
        var volume = new Volume<float>(Shape);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                volume.Slice(z)[i] = (float)((z == brighter ? 130 : 100) + (60 * Truth(i % 56)) + (random.NextDouble() * 30));
        }
        return new ImageLayer("stripes", volume);
    }

    // A line down the middle of two stripes.
    private static LiveStrokes Strokes(int z)
    {
        var strokes = new LiveStrokes(Shape, PhaseTable.Numbered(2));
        strokes.Set(new VoxelBox(z, 6, 6, 1, 36, 2), new byte[72]);
        strokes.Set(new VoxelBox(z, 6, 20, 1, 36, 2), [.. Enumerable.Repeat((byte)1, 72)]);
        return strokes;
    }

    private static LabelsLayer Layer(LiveStrokes strokes)
    {
        var labels = new LabelVolume(Shape, strokes.Phases);
        for (var z = 0; z < Shape.Depth; z++)
        {
            labels.Slice(z).Fill(LabelVolume.Unlabelled);
            if (!strokes.Slice(z).IsEmpty)
                strokes.Slice(z).CopyTo(labels.Slice(z));
        }
        return new LabelsLayer("strokes", labels);
    }
}
