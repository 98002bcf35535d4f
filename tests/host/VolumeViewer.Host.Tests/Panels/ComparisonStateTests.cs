using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class ComparisonStateTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.49, 0)]
    [InlineData(0.51, 1)]
    [InlineData(1.2, 0)]
    public void Flicker_AtATime_ShowsTheSideWhoseTurnItIs(double seconds, int side)
    {
        var (shown, next) = FlickerClock.SideAt(new Comparison(ComparisonMode.Flicker, [], []) { SecondsPerSide = 0.5 }, seconds, isHeld: false, isPaused: false);
        Assert.Equal(side, shown);
        Assert.InRange(next!.Value, 1e-9, 0.5);
    }

    [Fact]
    public void Flicker_PausedOrHeld_StandsStill()
    {
        var comparison = new Comparison(ComparisonMode.Flicker, [], []);
        Assert.Equal((0, null), FlickerClock.SideAt(comparison, 0.7, isHeld: false, isPaused: true));
        Assert.Equal((1, null), FlickerClock.SideAt(comparison, 0.2, isHeld: true, isPaused: true));
    }

    [Theory]
    [InlineData(PlayMode.Loop, new[] { 8, 9, 0, 1 })]
    [InlineData(PlayMode.BackAndForth, new[] { 8, 9, 8, 7 })]
    [InlineData(PlayMode.Once, new[] { 8, 9 })]
    public void Next_AtTheEnd_FollowsTheMode(object mode, int[] expected)
    {
        var (index, direction, seen) = (7, 1, new List<int>());
        while (seen.Count < 4 && SlicePlayer.Next(index, 10, 1, (PlayMode)mode, ref direction) is { } next)
            seen.Add(index = next);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void Tick_AtTenSlicesASecond_MovesThroughThem()
    {
        var viewer = Scenes.Viewer("a");
        viewer.ResetView();
        viewer.Cursor = new WorldPoint(0.5, 1, 1);
        var player = new SlicePlayer { FramesPerSecond = 10 };
        player.Toggle(Axis.Z);
        for (var frame = 1; frame <= 35; frame++)
            player.Tick(viewer, frame / 100.0);
        Assert.Equal(3, viewer.Cursor.VoxelIndex(Axis.Z, viewer.Layers[0]));
        Assert.Equal(Axis.Z, player.Playing);
    }

    [Fact]
    public void PairOf_Layers_TakesTheSelectedAndTheNextOfItsKind()
    {
        var viewer = Scenes.Viewer("grey", "other");
        var labels = new LabelsLayer("labels", new LabelVolume(new VolumeShape(4, 5, 6), PhaseTable.Numbered(2)));
        viewer.Layers.Add(labels);
        viewer.SelectedLayer = viewer.Layers[1];
        Assert.Equal(("grey", "other"), Names(Compare.PairOf(viewer)));
        viewer.SelectedLayer = labels;
        Assert.Equal(("other", "labels"), Names(Compare.PairOf(viewer)));
        static (string?, string?) Names((Layer? First, Layer? Second) pair) => (pair.First?.Name, pair.Second?.Name);
    }

    [Fact]
    public void Toggle_OfTheSameMode_EndsTheComparison()
    {
        var viewer = Scenes.Viewer("a", "b");
        viewer.SelectedLayer = viewer.Layers[1];
        Compare.Toggle(viewer, ComparisonMode.Swipe);
        Compare.Toggle(viewer, ComparisonMode.Checkerboard);
        Assert.Equal((ComparisonMode.Checkerboard, "a", "b"), (viewer.Comparison!.Mode, viewer.Comparison.First[0].Name, viewer.Comparison.Second[0].Name));
        Compare.Toggle(viewer, ComparisonMode.Checkerboard);
        Assert.Null(viewer.Comparison);
    }

    [Theory]
    [InlineData(Axis.Z, 1)]
    [InlineData(Axis.Y, 2)]
    [InlineData(Axis.X, 3)]
    public void Count_OfASlice_CountsItsVoxels(Axis axis, int index)
    {
        var labels = new LabelVolume(new VolumeShape(4, 5, 6), PhaseTable.Numbered(3));
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 30; i++)
                labels.Slice(z)[i] = (z + i) % 7 == 0 ? LabelVolume.Unlabelled : (byte)((z + (i * 5)) % 3);
        }
        var expected = new long[4];
        for (var z = 0; z < 4; z++)
        {
            for (var y = 0; y < 5; y++)
            {
                for (var x = 0; x < 6; x++)
                {
                    var label = labels.Slice(z)[(y * 6) + x];
                    if ((axis == Axis.Z ? z : axis == Axis.Y ? y : x) == index)
                        expected[label == LabelVolume.Unlabelled ? 3 : label]++;
                }
            }
        }
        Assert.Equal(expected, SliceCounts.Count(labels, axis, index));
    }

    [Fact]
    public void ObliqueSteps_FromEndToEnd_KeepTheCursorInTheScene()
    {
        var viewer = Scenes.Viewer(Spacing.Isotropic(1), "a");
        viewer.ResetView();
        var steps = ObliqueSteps.Of(viewer)!.Value;
        for (var index = 0; index < steps.Count; index++)
        {
            var cursor = steps.At(viewer.Cursor, index);
            Assert.Equal(index, steps.Index(cursor));
            Assert.InRange(cursor.Z, -1e-3, 4.001);
            Assert.InRange(cursor.Y, -1e-3, 5.001);
            Assert.InRange(cursor.X, -1e-3, 6.001);
        }
    }
}
