using VolumeViewer.Plugins.Segmentation;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

/// <summary>segment.from-strokes, with a segmenter that labels by slice: what the operation itself does.</summary>
public sealed class FromStrokesTests
{
    private static readonly VolumeShape Shape = new(5, 3, 4);

    [Fact]
    public async Task Run_WithStrokes_LearnsRefinesAndLabelsEverySlab()
    {
        var segmenter = new BySlice();
        using var result = await Run(segmenter, Strokes(), "segmenter=by-slice", "options=gain=7", "probability=true", "uncertainty=true");

        var labels = (LabelsLayer)result.Layers[0];
        Assert.Equal([0, 1, 0, 1, 0], Enumerable.Range(0, 5).Select(z => labels.Labels.Slice(z)[11]));
        Assert.Equal([7, 107, 207], new[] { 0, 1, 2 }.Select(z => ((Volume<byte>)((ImageLayer)result.Layers[1]).Volume)[z, 2, 3]));
        Assert.Equal([0, 1, 2], new[] { 0, 1, 2 }.Select(z => ((Volume<byte>)((ImageLayer)result.Layers[2]).Volume)[z, 0, 0]));
        // Slabs of two slices, and one left over.
        Assert.Equal([(0, 2), (2, 2), (4, 1)], segmenter.Slabs);
        Assert.Equal((2L, 3, true), (segmenter.Labelled, segmenter.Refined, segmenter.IsDisposed));
        Assert.Equal([36L, 24L], result.Table("phases").Rows.Select(row => (long)row[1]!));
    }

    [Fact]
    public async Task Run_WithAnUnlabelledValue_LeavesThatPhaseOut()
    {
        // What a file of 0, 1 and 255 gives without a table of phases of its own.
        using var strokes = new LabelsLayer("strokes", new LabelVolume(Shape, PhaseTable.ForFileValues([0, 9, 10])));
        for (var z = 0; z < Shape.Depth; z++)
            strokes.Labels.Slice(z).Fill(1);
        strokes.Labels.Slice(2)[0] = 0;
        strokes.Labels.Slice(2)[1] = 2;
        var segmenter = new BySlice();
        using var result = await Run(segmenter, strokes, "segmenter=by-slice", "unlabelled-value=9");
        Assert.Equal((2L, 2), (segmenter.Labelled, ((LabelsLayer)result.Layers[0]).Phases.Count));
        Assert.Equal([0L, 10], ((LabelsLayer)result.Layers[0]).Phases.Select(phase => phase.FileValue));
        Assert.Single(result.Layers);
    }

    [Fact]
    public async Task Run_WithStrokesThatDoNotFit_TellsWhat()
    {
        using var other = new LabelsLayer("other", new LabelVolume(new VolumeShape(5, 3, 5), PhaseTable.Numbered(2)));
        Assert.Contains("5 × 3 × 5", (await Assert.ThrowsAsync<UserException>(() => Run(new BySlice(), other, "segmenter=by-slice"))).Message, StringComparison.Ordinal);
        using var empty = new LabelsLayer("empty", new LabelVolume(Shape, PhaseTable.Numbered(2)));
        for (var z = 0; z < Shape.Depth; z++)
            empty.Labels.Slice(z).Fill(LabelVolume.Unlabelled);
        Assert.Contains("No voxel", (await Assert.ThrowsAsync<UserException>(() => Run(new BySlice(), empty, "segmenter=by-slice"))).Message, StringComparison.Ordinal);
        using var strokes = Strokes();
        Assert.Contains("'forest'", (await Assert.ThrowsAsync<UserException>(() => Run(new BySlice(), strokes, "segmenter=forest"))).Message, StringComparison.Ordinal);
        Assert.Contains("'trees'", (await Assert.ThrowsAsync<ParameterException>(() => Run(new BySlice(), strokes, "segmenter=by-slice", "options=trees=5"))).Message, StringComparison.Ordinal);
    }

    private static LabelsLayer Strokes()
    {
        var labels = new LabelVolume(Shape, PhaseTable.Numbered(2));
        for (var z = 0; z < Shape.Depth; z++)
            labels.Slice(z).Fill(LabelVolume.Unlabelled);
        labels.Slice(1)[3] = 0;
        labels.Slice(4)[8] = 1;
        return new LabelsLayer("strokes", labels);
    }

    private static async Task<OperationResult> Run(BySlice segmenter, LabelsLayer strokes, params string[] parameters)
    {
        var operation = FromStrokesOperation.Create();
        using var image = new ImageLayer("grey", new Volume<byte>(Shape));
        var context = new OperationContext(new RecordedJob(), null!, segmenter)
        {
            Layers = new Dictionary<string, Layer> { ["in"] = image, ["strokes"] = strokes },
        };
        var texts = parameters.Select(text => KeyValuePair.Create(text[..text.IndexOf('=')], text[(text.IndexOf('=') + 1)..]));
        return await operation.RunAsync(context, operation.Parameters.Bind(texts));
    }

    // Even slices have phase 0, odd ones 1; probability and uncertainty tell the slice.
    private sealed class BySlice : ILiveSegmenter, ILiveSession, IContributions
    {
        private Options _options = new();

        public string Id => "by-slice";

        public string Title => "By slice";

        public string Description => "";

        public ParameterSchema Parameters { get; } = ParameterSchema.For(typeof(Options));

        public int SlabDepth => 2;

        public List<(int Z, int Depth)> Slabs { get; } = [];

        public long Labelled { get; private set; }

        public int Refined { get; private set; }

        public bool IsDisposed { get; private set; }

        public ILiveSession Start(LiveContext context, object parameters)
        {
            _options = (Options)parameters;
            return this;
        }

        public void Learn(LiveStrokes strokes, VoxelBox changed, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
        {
            Assert.Equal(VoxelBox.Of(Shape), changed);
            Labelled = strokes.Count;
        }

        public bool Refine(IProgress<JobProgress>? progress, CancellationToken cancellationToken) => ++Refined < 3;

        public void Predict(LiveRegion region, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
        {
            Slabs.Add((region.Box.Z, region.Box.Depth));
            var plane = region.Box.Height * region.Box.Width;
            for (var i = 0; i < region.Labels.Length; i++)
            {
                var z = region.Box.Z + (i / plane);
                (region.Labels.Span[i], region.Probability.Span[i], region.Uncertainty.Span[i]) = ((byte)(z % 2), (byte)((100 * z) + _options.Gain), (byte)z);
            }
        }

        public void Dispose() => IsDisposed = true;

        public IReadOnlyList<T> All<T>() where T : class, IContribution => [(T)(object)this];

        public T Get<T>(string id) where T : class, IContribution => id == Id ? (T)(object)this : throw new UserException($"There is no '{id}'.");
    }

    private sealed record Options
    {
        [Parameter("Gain")]
        public int Gain { get; init; }
    }
}
