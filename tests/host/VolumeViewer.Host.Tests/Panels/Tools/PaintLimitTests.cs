using VolumeViewer.Host.Painting;
using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>What the tools leave as it is, what they give, and that every one of them can be undone.</summary>
public sealed class PaintLimitTests : IDisposable
{
    private static readonly VolumeShape Shape = new(6, 20, 24);

    private readonly Viewer _viewer = new();
    private readonly LabelsLayer _layer;
    private readonly UndoHistory _history;
    private readonly ToolHand _hand = new();
    private readonly PaintTools _tools;

    public PaintLimitTests()
    {
        // Columns of unlabelled, phase 0, 1 and 2, over greys that rise from left to right.
        var labels = new LabelVolume(Shape, PhaseTable.Numbered(3));
        var grey = new Volume<byte>(Shape);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                (labels.Slice(z)[i], grey.Slice(z)[i]) = ((i % 4) switch { 3 => LabelVolume.Unlabelled, var label => (byte)label }, (byte)(10 * (i % 24)));
        }
        _layer = new LabelsLayer("labels", labels);
        _viewer.Layers.Add(new ImageLayer("grey", grey));
        _viewer.Layers.Add(_layer);
        _viewer.SelectedLayer = _layer;
        _history = new UndoHistory(_viewer, _ => { });
        _hand.Take(ToolTable.Brush);
        _tools = new PaintTools(_viewer, _history, _hand) { Options = { Size = 100, IsRound = false } };
        _tools.TakePhase(1);
    }

    public void Dispose()
    {
        _tools.Dispose();
        _history.Dispose();
    }

    [Theory]
    [InlineData(nameof(PaintOver.Everything), new byte[] { 1, 1, 1, 1 })]
    [InlineData(nameof(PaintOver.Unlabelled), new byte[] { 0, 1, 2, 1 })]
    [InlineData(nameof(PaintOver.Phase), new byte[] { 0, 1, 1, 255 })]
    [InlineData(nameof(PaintOver.Visible), new byte[] { 0, 1, 1, 1 })]
    public void Brush_WithALimit_PaintsOnlyThere(string over, byte[] expected)
    {
        (_tools.Options.Over, _tools.Options.OverPhase) = (Enum.Parse<PaintOver>(over), 2);
        _layer.Phases = _layer.Phases.With(0, _layer.Phases[0] with { Visible = false });
        Dab();
        Assert.Equal(expected, _layer.Labels.Slice(2)[..4].ToArray());
        Assert.Equal([0, 1, 2, 255], _layer.Labels.Slice(3)[..4].ToArray());
    }

    [Fact]
    public void Brush_KeepingLabels_PaintsTheBackgroundAndErasesTheChosenPhase()
    {
        _tools.Options.PreservesLabels = true;
        Dab();
        Assert.Equal([0, 1, 2, 1], _layer.Labels.Slice(2)[..4].ToArray());
        _hand.Take(ToolTable.Eraser);
        Dab();
        Assert.Equal([0, 255, 2, 255], _layer.Labels.Slice(2)[..4].ToArray());
        (_tools.Options.PreservesLabels, _tools.Options.Background) = (false, 2);
        Dab();
        Assert.Equal([2, 2, 2, 2], _layer.Labels.Slice(2)[..4].ToArray());
    }

    [Fact]
    public void Brush_WithGreys_PaintsTheirRangeAndUndoRestoresEveryByte()
    {
        var before = Copy();
        (_tools.Options.LimitsGreys, _tools.Options.Greys, _tools.Options.Reach, _tools.Options.Slices) = (true, (50, 99), BrushReach.Slices, 3);
        Dab();
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                Assert.Equal(z is >= 1 and <= 3 && i % 24 is >= 5 and <= 9 ? 1 : before[z][i], _layer.Labels.Slice(z)[i]);
        }
        Assert.Equal("Paint phase 1 in 'labels'", Assert.Single(_history.Steps).Title);
        _history.Undo();
        Assert.Equal(before, Copy());
    }

    [Fact]
    public void Greys_OfAnImageOfAnotherSize_LimitNothing()
    {
        _viewer.Layers.RemoveAt(0);
        Assert.Null(_tools.Greys);
        (_tools.Options.LimitsGreys, _tools.Options.Greys) = (true, (50, 99));
        Dab();
        Assert.All(_layer.Labels.Slice(2).ToArray(), label => Assert.Equal(1, label));
    }

    [Fact]
    public void Polygon_ThroughSlices_IsOneStepAndUndoRestoresEveryByte()
    {
        var before = Copy();
        var grid = new SliceGrid(Axis.Z, 2, Shape, Spacing.Uncalibrated);
        _tools.Paint(_layer, new PolygonShape(grid, [(2, 2), (20, 3), (9, 17)], 1, 4), 1, "Outline");
        var painted = Copy();
        Assert.NotEqual(before, painted);
        Assert.Equal([before[0], before[5]], [painted[0], painted[5]]);
        Assert.Equal("Outline", Assert.Single(_history.Steps).Title);
        _history.Undo();
        Assert.Equal(before, Copy());
        _history.Redo();
        Assert.Equal(painted, Copy());
    }

    [Fact]
    public void BallAndEraser_InVolume_AreStepsThatUndoRestores()
    {
        var before = Copy();
        _tools.Options.Size = 4;
        Assert.True(_tools.BeginInVolume(new WorldPoint(3, 10, 12)));
        Assert.NotNull(_tools.Original);
        _tools.MoveTo(new WorldPoint(3, 10, 18));
        _tools.MoveTo(new WorldPoint(3, 3, 3), isJump: true);
        _tools.End();
        Assert.True(_tools.BeginInVolume(new WorldPoint(3, 10, 12), isErasing: true));
        _tools.End();
        Assert.Equal(["Paint phase 1 in 'labels'", "Erase in 'labels'"], _history.Steps.Select(step => step.Title));
        // Between the places of a jump nothing is painted.
        Assert.Equal(before[3].AsSpan(6 * 24, 24).ToArray(), Copy()[3].AsSpan(6 * 24, 24).ToArray());
        _history.GoTo(0);
        Assert.Equal(before, Copy());
    }

    [Fact]
    public void StraightLine_FromTheLastStroke_JoinsThem()
    {
        (_tools.Options.Size, _tools.Options.IsRound) = (1, true);
        Stroke(2.5);
        Assert.True(_tools.Begin(Axis.Z, new WorldPoint(2.5, 12.5, 2.5), isLine: true));
        _tools.End();
        Assert.All(Enumerable.Range(2, 11), y => Assert.Equal(1, _layer.Labels.Slice(2)[(y * 24) + 2]));

        void Stroke(double y)
        {
            _tools.Begin(Axis.Z, new WorldPoint(2.5, y, 2.5));
            _tools.End();
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1.5, false)]
    public void StraightLineOnTheObliqueSlice_FromTheLastStroke_JoinsThemOnlyWhereItLiesInTheSlice(double aside, bool isJoined)
    {
        (_tools.Options.Size, _tools.Options.IsRound) = (1, true);
        var plane = PlaneOrientation.AcrossAxis(Axis.Y);
        Assert.True(_tools.BeginOnPlane(plane, new WorldPoint(2.5, 8.5, 3.5)));
        _tools.End();
        Assert.True(_tools.BeginOnPlane(plane, new WorldPoint(2.5, 8.5 + aside, 15.5), isLine: true));
        _tools.End();

        Assert.Equal(isJoined, Enumerable.Range(3, 13).All(x => _layer.Labels.Slice(2)[(8 * 24) + x] == 1));
    }

    [Fact]
    public void Phases_BySwapAndStepsAndNew_AreTheOnesNamed()
    {
        _tools.Swap();
        Assert.Equal(LabelVolume.Unlabelled, _tools.LabelOn(_layer));
        _tools.Swap();
        Assert.Equal(1, _tools.LabelOn(_layer));
        _tools.StepPhase(1);
        _tools.StepPhase(1);
        Assert.Equal(2, _tools.LabelOn(_layer));
        _tools.StepPhase(-1);
        Assert.Equal(1, _tools.LabelOn(_layer));
        _tools.NewPhase();
        Assert.Equal((3, 4), (_tools.LabelOn(_layer), _layer.Phases.Count));
    }

    [Fact]
    public void LargeRegion_TakesSeveralFramesAndOneStep()
    {
        using var labels = new LabelsLayer("large", new LabelVolume(new VolumeShape(120, 400, 400), PhaseTable.Numbered(2)));
        _viewer.Layers.Add(labels);
        _history.Clear();
        using var regions = new RegionPainter(_history);
        var ticks = 0;
        var isDone = regions.Start(labels, new PolygonShape(new SliceGrid(Axis.Z, 0, labels.Shape, Spacing.Uncalibrated), [(0, 0), (400, 0), (400, 400), (0, 400)], 0, 119), 1, VoxelFilter.None, "All");
        while (!isDone && ticks++ < 1000)
            isDone = !regions.Tick();
        Assert.True(isDone && ticks > 0, "It was painted in one go.");
        Assert.Equal("All", Assert.Single(_history.Steps).Title);
        Assert.True(labels.Labels.Slice(119).IndexOfAnyExcept((byte)1) < 0);
        Assert.True(_history.HeldBytes < 100_000, $"A region of one phase over another holds {_history.HeldBytes} bytes.");
        _history.Undo();
        Assert.True(labels.Labels.Slice(0).IndexOfAnyExcept((byte)0) < 0);
    }

    private void Dab()
    {
        Assert.True(_tools.Begin(Axis.Z, new WorldPoint(2.5, 10, 12)));
        _tools.End();
    }

    private byte[][] Copy() => [.. Enumerable.Range(0, Shape.Depth).Select(z => _layer.Labels.Slice(z).ToArray())];
}
