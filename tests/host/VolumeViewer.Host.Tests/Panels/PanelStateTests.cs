using System.Collections.Immutable;
using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class PanelStateTests
{
    // Shares are 70 and 40 wide with their gaps, the narrowest field is 60.
    [Theory]
    [InlineData(200, 100, 130, 2)]
    [InlineData(160, 100, 120, 0)]
    [InlineData(130, 100, 130, null)]
    [InlineData(130, 500, 90, 0)]
    [InlineData(90, 500, 90, null)]
    [InlineData(120, 20, 80, 0)]
    public void PhaseRoom_OfANarrowPanel_KeepsNamesReadableBeforeShares(float room, float longest, float name, int? decimals) =>
        Assert.Equal(new PhaseRoom(name, decimals), PhaseRoom.Of(room, longest, 60, 70, 40));

    [Theory]
    [InlineData(1024, 700, 1)]
    [InlineData(1280, 800, 1)]
    [InlineData(1920, 1080, 1)]
    [InlineData(1920, 1080, 2)]
    [InlineData(1024, 700, 1.5)]
    public void ShellLayout_OfAWindow_FillsItWithoutOverlap(float width, float height, float scale)
    {
        var layout = ShellLayout.Of(new Vector2(width, height), 30, 28, 285, 340, scale);
        Rect[] parts = [layout.Left, layout.Center, layout.Right, layout.Status];

        for (var i = 0; i < parts.Length; i++)
        {
            for (var j = i + 1; j < parts.Length; j++)
                Assert.False(parts[i].Overlaps(parts[j]), $"{parts[i]} overlaps {parts[j]}");
        }
        Assert.Equal(width * (height - 30), parts.Sum(part => part.Width * part.Height), 1f);
        Assert.True(layout.Center.Width >= 300, $"The views have {layout.Center.Width} pixels.");
    }

    [Fact]
    public void ViewCells_OfFour_LineUpTheSharedAxes()
    {
        var cells = ViewCell.Of(ViewLayout.FourUp, Rect.At(10, 20, 801, 603), 6);

        Assert.Equal([Axis.Z, Axis.X, Axis.Y, null], cells.Select(cell => cell.Axis));
        // Beside one another where y runs down in both, one below the other where x runs to the right in both.
        Assert.Equal(cells[0].Area.Min.Y, cells[1].Area.Min.Y);
        Assert.Equal(cells[0].Area.Height, cells[1].Area.Height);
        Assert.Equal(cells[0].Area.Width, cells[2].Area.Width);
        Assert.DoesNotContain(cells, cell => cells.Any(other => other != cell && other.Area.Overlaps(cell.Area)));
        Assert.Equal(new Vector2(811, 623), cells[3].Area.Max);
    }

    [Theory]
    [InlineData(ViewLayout.SliceZ, Axis.Z)]
    [InlineData(ViewLayout.SliceY, Axis.Y)]
    [InlineData(ViewLayout.SliceX, Axis.X)]
    public void ViewCells_OfOne_TakeAllTheRoom(ViewLayout layout, Axis axis) =>
        Assert.Equal([new ViewCell(axis, Rect.At(0, 0, 400, 300))], ViewCell.Of(layout, Rect.At(0, 0, 400, 300), 6));

    [Fact]
    public void LayerOrder_MovedUpOneRow_IsDrawnLater()
    {
        var layers = Scenes.Viewer("a", "b", "c").Layers;

        Assert.Equal(["c", "b", "a"], LayerOrder.Shown(layers).Select(layer => layer.Name));
        Assert.True(LayerOrder.MoveRows(layers, layers[0], -1));
        Assert.Equal(["c", "a", "b"], LayerOrder.Shown(layers).Select(layer => layer.Name));
        Assert.False(LayerOrder.MoveRows(layers, layers[2], -1));
    }

    [Theory]
    [InlineData(Axis.Z, 4, 1.25)]
    [InlineData(Axis.Y, 5, 1.5)]
    [InlineData(Axis.X, 6, 3.5)]
    public void SliceSteps_OfAnAxis_CountItsSlices(Axis axis, int count, double middleOfSecond)
    {
        var viewer = Scenes.Viewer(new Spacing(5.0 / 6, 1, 7.0 / 3), "a");
        var steps = SliceSteps.Of(viewer, axis)!.Value;

        Assert.Equal(count, steps.Count);
        var moved = steps.At(default, 1);
        Assert.Equal(middleOfSecond, moved.Along(axis), 1e-6);
        Assert.Equal(1, steps.Index(moved));
        Assert.Equal(count - 1, steps.Index(steps.At(moved, 99)));
    }

    [Fact]
    public void ContrastRange_HandlePulledPastTheOther_StopsBeforeIt()
    {
        var layer = (ImageLayer)Scenes.Viewer("a").Layers[0];
        var limits = new ContrastLimits(10, 20);

        Assert.InRange(ContrastRange.WithLow(limits, 500, layer.Statistics).Low, 19, 19.999f);
        Assert.InRange(ContrastRange.WithHigh(limits, -500, layer.Statistics).High, 10.001f, 11);
        Assert.Equal(limits, ContrastRange.WithLow(limits, float.NaN, layer.Statistics));
        Assert.Equal(new ContrastLimits(13, 23), ContrastRange.Moved(limits, 3));
    }

    [Fact]
    public void OpacityCurves_PointMovedPastItsNeighbour_StaysInOrder()
    {
        ImmutableArray<OpacityPoint> curve = [new(0, 0), new(0.4f, 0.2f), new(1, 1)];

        var added = OpacityCurves.Add(curve, 0.6f, 2);
        Assert.Equal(new OpacityPoint(0.6f, 1), added[2]);
        var moved = OpacityCurves.Move(added, 1, 0.9f, -1);
        Assert.InRange(moved[1].Position, 0.5f, 0.5999f);
        Assert.Equal(0, moved[1].Opacity);
        Assert.Equal(0, OpacityCurves.Move(curve, 0, 0.7f, 0.5f)[0].Position);
        Assert.Equal(curve.AsEnumerable(), OpacityCurves.Remove(added, 2).AsEnumerable());
        Assert.Equal(curve.AsEnumerable(), OpacityCurves.Remove(curve, 0).AsEnumerable());
    }

    [Fact]
    public void HistogramBars_OfManyBins_KeepEveryCount()
    {
        var bars = HistogramBars.Of([0, 0, 10, 0, 0, 0, 0, 1], 4);

        Assert.Equal([0, 1, 0, (float)(Math.Log(2) / Math.Log(11))], bars);
    }

    [Fact]
    public void QualityClock_WhileMovingAndAtRest_DrawsCoarselyThenFinelyOnce()
    {
        var (clock, start) = (new QualityClock(), TimeSpan.FromSeconds(1));

        Assert.Equal(RenderQuality.Moving, clock.Next("a", start, false));
        Assert.Null(clock.Next("a", start, false));
        Assert.Equal(RenderQuality.Moving, clock.Next("b", start + (QualityClock.Rest / 2), false));
        Assert.Null(clock.Next("b", start + QualityClock.Rest, false));
        Assert.Null(clock.Next("b", start + (QualityClock.Rest * 2), isHeld: true));
        Assert.Equal(RenderQuality.Full, clock.Next("b", start + (QualityClock.Rest * 2), false));
        Assert.Null(clock.Next("b", start + (QualityClock.Rest * 9), false));
        Assert.False(clock.IsPending);
    }

    [Fact]
    public void SceneVersion_OfARename_DoesNotDrawTheViewsAgain()
    {
        var viewer = Scenes.Viewer("a");
        using var version = new SceneVersion(viewer);
        var before = version.Layers;

        viewer.Layers[0].Name = "b";
        viewer.Cursor = new WorldPoint(1, 1, 1);
        Assert.Equal(before, version.Layers);
        Assert.NotEqual(before, version.Anything);

        viewer.Layers[0].Visible = false;
        Assert.NotEqual(before, version.Layers);
    }

    [Fact]
    public void Notices_AfterTheirTime_Go()
    {
        var (now, undone, canUndo) = (TimeSpan.Zero, 0, true);
        var notices = new Notices(() => now);
        notices.Tell("removed a", () => undone++, () => canUndo);
        notices.Tell("removed b", () => undone++, () => canUndo);
        notices.Tell("saved c");

        notices.Undo(notices.Shown[1]);
        Assert.Equal(1, undone);
        // The user went on: what the line tells of is no longer the last step.
        canUndo = false;
        notices.Undo(notices.Shown[0]);
        Assert.Equal(1, undone);
        now = TimeSpan.FromMinutes(1);

        Assert.True(notices.Expire());
        Assert.Empty(notices.Shown);
    }

    [Fact]
    public void Activity_AfterManyKeysAtOnce_DrawsAFrameForEach()
    {
        var activity = new Activity();
        while (activity.Take())
        {
        }
        for (var key = 0; key < 20; key++)
            activity.RequestForInput();

        var frames = 0;
        while (activity.Take())
            frames++;
        Assert.InRange(frames, 20, 25);
    }

    [Fact]
    public void FileBrowser_OfAFolder_ListsFoldersFirst()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("z"));
        File.WriteAllText(folder.File("10.tif"), "12345");
        File.WriteAllText(folder.File("2.tif"), "");
        File.WriteAllText(folder.File(".hidden"), "");

        var entries = FileBrowser.List(folder.Path);

        Assert.Equal(["z", "2.tif", "10.tif"], entries.Select(entry => entry.Name));
        Assert.Equal("5 B", entries[2].Size);
        Assert.Throws<UserException>(() => FileBrowser.List(folder.File("nothing")));
    }

    [Fact]
    public void ResultStore_OfATable_CopiesCellsWithTabs()
    {
        var table = new Table("Fractions", new TableColumn("Phase"), new TableColumn("Share", "%", "0.0")).Add("pore", 44.99).Add("NMC", null);

        Assert.Equal("Phase\tShare [%]\npore\t45.0\nNMC\t", ResultStore.TabSeparated(table));
    }

    [Fact]
    public void OperationGroups_OfOperations_StandInTheOrderOfTheWork()
    {
        var groups = OperationGroup.Of([("study.a", "A"), ("measure.b", "B"), ("segment.c", ""), ("segment.d", "D"), ("train.e", "E")]);

        Assert.Equal(["Segment", "Train", "Measure", "Study"], groups.Select(group => group.Title));
        Assert.Equal(["segment.c", "D"], groups[0].Items.Select(item => item.Title));
    }

    [Fact]
    public void OperationGroups_OfWhatCorrectsLabels_AreOneMenu()
    {
        var groups = OperationGroup.Of([("measure.b", "B"), ("fill.holes", "Fill holes"), ("grow.margin", "Grow"), ("segment.c", "C")]);

        Assert.Equal(["Segment", "Correct", "Measure"], groups.Select(group => group.Title));
        Assert.Equal(["Fill holes", "Grow"], groups[1].Items.Select(item => item.Title));
    }

    [Theory]
    [InlineData("", "pore", "pore")]
    [InlineData("pore", "NMC", "pore, NMC")]
    [InlineData("pore,NMC , binder", "nmc", "pore, binder")]
    [InlineData("pore", "pore", "")]
    public void PhaseField_OfAName_TakesItInOrOut(string text, string name, string expected) => Assert.Equal(expected, PhaseField.Toggled(text, name));

    [Fact]
    public void PhaseShares_OfLabels_CountEachPhaseAndTheUnlabelled()
    {
        using var labels = new LabelVolume(new VolumeShape(2, 2, 5), PhaseTable.Named("a", "b"));
        labels.Slice(1)[..4].Fill(1);
        labels.Slice(0)[0] = LabelVolume.Unlabelled;

        Assert.Equal([0.75, 0.2, 0.05], PhaseShares.Count(labels), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
    }
}
