using VolumeViewer.Host.Live;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Tests.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Live;

/// <summary>A stranger's live segmenter, loaded from its source as plugins are: faults, cancellation, replacement.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class LiveContractTests
{
    // Two halves of grey 40 and 200, 3 slices of 4 × 6.
    private static readonly VolumeShape Shape = new(3, 4, 6);

    [Fact]
    public void Predict_AfterStrokesOfBothPhases_LabelsEveryVoxel()
    {
        using var world = World();
        using var image = Image();
        using var session = Start(world, image, "none");
        session.Learn(Strokes(), VoxelBox.Of(Shape));
        var region = new LiveRegion(new VoxelBox(1, 1, 2, 2, 3, 4));
        session.Predict(region);

        Assert.Equal(Enumerable.Repeat(new byte[] { 0, 1, 1, 1 }, 6).SelectMany(row => row), region.Labels.ToArray());
        Assert.All(region.Probability.ToArray(), share => Assert.Equal(255, share));
        Assert.Equal(2, Assert.Single(session.RankSlices(5)).Slice);
    }

    [Theory]
    [InlineData("start-throws", "starting a session of 'means'", "no start")]
    [InlineData("learn-throws", "'means' learnt from strokes", "no learning")]
    [InlineData("predict-throws", "'means' predicted 1 × 4 × 6 voxels", "no predicting")]
    [InlineData("bad-label", "the phases 0 to 1", "It gave the label 2 to voxel 0")]
    [InlineData("bad-slice", "'means' ranked slices", "It named slice 1000")]
    public void Faults_OfItsCode_AreNamedAsThePlugins(string fault, string doing, string what)
    {
        using var world = World();
        using var image = Image();
        var problem = Assert.Throws<PluginFaultException>(() =>
        {
            using var session = Start(world, image, fault);
            session.Learn(Strokes(), VoxelBox.Of(Shape));
            session.Predict(new LiveRegion(new VoxelBox(0, 0, 0, 1, 4, 6)));
            session.RankSlices(5);
        });

        Assert.Contains(doing, problem.Message, StringComparison.Ordinal);
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
        Assert.Single(world.Manager.Plugins.Single().Faults);
        Assert.Empty(world.Manager.Plugins.Single().Loaded!.Leases);
    }

    [Fact]
    public async Task Worker_WithANewerStroke_CancelsWhatItLearns()
    {
        using var world = World();
        using var image = Image();
        var audience = new Audience();
        var worker = new LiveWorker(() => Start(world, image, "waits"), _ => Strokes(), audience);
        worker.Learn([], []);
        await PluginWorld.Until(() => audience.Said.Contains("learning"), "it learns");
        worker.Learn([(new VoxelBox(0, 0, 0, 1, 1, 1), [1])], []);
        await PluginWorld.Until(() => audience.Said.Count(text => text == "learning") == 2, "it begins anew");
        worker.Stop();
        await worker.Ended.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Null(audience.Failure);
        Assert.Empty(world.Manager.Plugins.Single().Faults);
    }

    [Fact]
    public async Task Worker_WithOnePhaseOnly_TellsWhatIsMissingAndGoesOnWithMore()
    {
        using var world = World();
        using var image = Image();
        var audience = new Audience();
        using var worker = new LiveWorker(() => Start(world, image, "none"), _ => new LiveStrokes(Shape, PhaseTable.Numbered(2)), audience);
        var whole = VoxelBox.Of(Shape);
        worker.Learn([], [whole]);
        await PluginWorld.Until(() => audience.Hints.Count == 1, "nothing is painted");
        worker.Learn([(new VoxelBox(0, 0, 0, 1, 1, 1), [0])], [whole]);
        await PluginWorld.Until(() => audience.Hints.Count == 2, "one phase is painted");
        worker.Learn([(new VoxelBox(0, 0, 5, 1, 1, 1), [1])], [whole]);
        await PluginWorld.Until(() => audience.Hints.Count == 3, "both are painted");
        worker.Stop();
        await worker.Ended.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["Paint a stroke of each phase.", "Paint every phase.", null], audience.Hints);
        var (box, labels) = Assert.Single(audience.Shown);
        Assert.Equal((whole, 72L, 36), (box, box.VoxelCount, labels.Count(label => label == 1)));
    }

    [Fact]
    public async Task Worker_WhenThePluginIsReplaced_EndsAndLetsItGo()
    {
        using var world = World();
        using var image = Image();
        var audience = new Audience();
        LiveWorker? worker = null;
        worker = new LiveWorker(() => Start(world, image, "none", () => worker?.Stop()), _ => Strokes(), audience);
        worker.Learn([], [VoxelBox.Of(Shape)]);
        await PluginWorld.Until(() => audience.Shown.Count == 1, "it predicts");
        Assert.Equal("live segmentation", Assert.Single(world.Manager.Plugins.Single().Loaded!.Leases).User);

        File.WriteAllText(Path.Combine(world.Root.Path, "Means.cs"), MeansSource.Text("Newer mean"));
        world.Manager.Rescan();
        await worker.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        await world.PluginsUntil(() => world.Manager.Plugins.Single().State == PluginState.Active && world.Manager.Get<ILiveSegmenter>("means").Title == "Newer mean", "it is replaced");

        Assert.Null(audience.Failure);
        worker = null;
        await world.PluginsUntil(() => world.Manager.Retired.Count == 1 && world.Manager.Retired.All(retired => retired.Prove()), "the old build leaves the memory");
    }

    private static PluginWorld World()
    {
        var world = new PluginWorld(PluginRootKind.Development);
        File.WriteAllText(Path.Combine(world.Root.Path, "Means.cs"), MeansSource.Text());
        world.Manager.Rescan();
        Assert.Equal("means", world.Manager.Listed<ILiveSegmenter>().Single().Contribution.Id);
        return world;
    }

    private static LeasedSession Start(PluginWorld world, ImageLayer image, string fault, Action? end = null)
    {
        var segmenter = world.Manager.Get<ILiveSegmenter>("means");
        return new LeasedSession(world.Manager, segmenter, image, PhaseTable.Numbered(2), segmenter.Parameters.BindText($"fault={fault}"), end ?? (() => { }));
    }

    private static ImageLayer Image()
    {
        var volume = new Volume<byte>(Shape);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                volume.Slice(z)[i] = (byte)(i % Shape.Width < 3 ? 40 : 200);
        }
        return new ImageLayer("halves", volume);
    }

    private static LiveStrokes Strokes()
    {
        var strokes = new LiveStrokes(Shape, PhaseTable.Numbered(2));
        strokes.Set(new VoxelBox(0, 1, 0, 1, 1, 6), [0, 0, LabelVolume.Unlabelled, LabelVolume.Unlabelled, 1, 1]);
        return strokes;
    }

    private sealed class Audience : ILiveAudience
    {
        private readonly Lock _lock = new();
        private readonly List<string> _said = [];
        private readonly List<string?> _hints = [];
        private readonly List<(VoxelBox, byte[])> _shown = [];

        public IReadOnlyList<string> Said { get { lock (_lock) return [.. _said]; } }

        public IReadOnlyList<string?> Hints { get { lock (_lock) return [.. _hints]; } }

        public IReadOnlyList<(VoxelBox Box, byte[] Labels)> Shown { get { lock (_lock) return [.. _shown]; } }

        public Exception? Failure { get; private set; }

        public void Say(string text) => Add(_said, text);

        public void Show(VoxelBox box, byte[] labels, byte[] uncertainty, TimeSpan? elapsed) => Add(_shown, (box, labels));

        public void Rest(string? hint) => Add(_hints, hint);

        public void Rank(IReadOnlyList<SliceSuggestion> slices) { }

        public void End(Exception? failure) => Failure = failure;

        private void Add<T>(List<T> list, T item)
        {
            lock (_lock)
                list.Add(item);
        }
    }
}
