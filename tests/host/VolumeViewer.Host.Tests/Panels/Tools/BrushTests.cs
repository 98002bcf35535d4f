using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Which voxels a brush covers, and that a stroke is one step.</summary>
public sealed class BrushTests
{
    private static readonly VolumeShape Shape = new(7, 9, 11);

    // By hand: the centres of a disc of this diameter around a voxel's centre (odd) or corner (even).
    [Theory]
    [InlineData(1, "X")]
    [InlineData(2, "XX/XX")]
    [InlineData(3, "XXX/XXX/XXX")]
    [InlineData(4, ".XX./XXXX/XXXX/.XX.")]
    [InlineData(5, ".XXX./XXXXX/XXXXX/XXXXX/.XXX.")]
    public void Click_OfASize_PaintsADisc(int diameter, string disc)
    {
        using var layer = Layer(out var viewer, out var history);
        using var tools = Tools(viewer, history, out _, diameter);
        Assert.True(tools.Begin(Axis.Z, new WorldPoint(3.5, 4.4, 5.4)));
        tools.End();

        Assert.Equal(disc, Picture(layer, 3));
        Assert.Equal("Paint phase 0 in 'strokes'", Assert.Single(history.Steps).Title);
    }

    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Stroke_OnAnyAxis_IsALineWithoutGapsInItsSliceOnly(Axis axis)
    {
        using var layer = Layer(out var viewer, out var history);
        using var tools = Tools(viewer, history, out _, 1);
        var (from, to) = (new WorldPoint(1.5, 1.5, 1.5), new WorldPoint(5.5, 7.5, 9.5).With(axis, 1.5));
        tools.Begin(axis, from);
        tools.MoveTo(to);
        tools.End();

        var painted = Painted(layer).ToList();
        Assert.All(painted, voxel => Assert.Equal(1, axis switch { Axis.Z => voxel.Z, Axis.Y => voxel.Y, _ => voxel.X }));
        // A line is connected: from one end every voxel is reached by steps to one of eight neighbours.
        var (reached, next) = (new HashSet<(int, int, int)>(), new Stack<(int Z, int Y, int X)>([painted[0]]));
        while (next.TryPop(out var at))
        {
            if (!reached.Add(at))
                continue;
            foreach (var other in painted.Where(other => Math.Abs(other.Z - at.Z) <= 1 && Math.Abs(other.Y - at.Y) <= 1 && Math.Abs(other.X - at.X) <= 1))
                next.Push(other);
        }
        Assert.Equal(painted.Count, reached.Count);
        Assert.Contains((1, 1, 1), painted);
        Assert.Contains(((int)to.Z, (int)to.Y, (int)to.X), painted);
    }

    [Fact]
    public void Brush_OnFlatVoxels_IsRoundInMicrometres()
    {
        // Voxels three times as high as wide: a brush of 9 columns covers 3 rows.
        var labels = TrainingLabels.Unlabelled(new VolumeShape(1, 9, 20), PhaseTable.Numbered(2), new Spacing(1, 3, 1));
        var viewer = new Viewer();
        viewer.Layers.Add(new LabelsLayer("flat", labels));
        using var history = new UndoHistory(viewer);
        using var tools = Tools(viewer, history, out _, 9);
        tools.Begin(Axis.Z, new WorldPoint(0.5, 13.5, 10.5));
        tools.End();

        var painted = Painted((LabelsLayer)viewer.Layers[0]).ToList();
        Assert.Equal((9, 3), (painted.Max(voxel => voxel.X) - painted.Min(voxel => voxel.X) + 1, painted.Max(voxel => voxel.Y) - painted.Min(voxel => voxel.Y) + 1));
    }

    [Fact]
    public void Stroke_OverTheEdgeAndErasedAndUndone_IsOneStepEach()
    {
        using var layer = Layer(out var viewer, out var history);
        using var tools = Tools(viewer, history, out var hand, 5);
        tools.Begin(Axis.Z, new WorldPoint(0.5, 0.5, 0.5));
        tools.MoveTo(new WorldPoint(0.5, 20, 30));
        tools.MoveTo(new WorldPoint(0.5, -20, 3));
        tools.End();
        var painted = Painted(layer).Count();
        hand.Take(ToolTable.Eraser);
        tools.Begin(Axis.Z, new WorldPoint(0.5, 0.5, 0.5));
        tools.MoveTo(new WorldPoint(0.5, 4.5, 5.5));
        tools.End();

        Assert.True(painted > Painted(layer).Count());
        Assert.Equal(["Paint phase 0 in 'strokes'", "Erase in 'strokes'"], history.Steps.Select(step => step.Title));
        history.Undo();
        Assert.Equal(painted, Painted(layer).Count());
        history.Undo();
        Assert.Empty(Painted(layer));
    }

    [Fact]
    public void Begin_BesideTheLayerOrWithoutOne_PaintsNothing()
    {
        using var layer = Layer(out var viewer, out var history);
        using var tools = Tools(viewer, history, out _, 3);
        Assert.False(tools.Begin(Axis.Z, new WorldPoint(7.5, 1, 1)));
        viewer.Layers.Clear();
        history.Clear();
        Assert.False(tools.Begin(Axis.Z, new WorldPoint(0.5, 1, 1)));
        Assert.Empty(history.Steps);
    }

    [Fact]
    public void Target_IsTheSelectedLabelsLayer_AndNeverAPreview()
    {
        using var layer = Layer(out var viewer, out var history);
        using var preview = new LabelsLayer("preview", TrainingLabels.Unlabelled(Shape, PhaseTable.Numbered(2), Spacing.Uncalibrated));
        viewer.Layers.Add(preview);
        viewer.SelectedLayer = preview;
        using var tools = Tools(viewer, history, out _, 3);
        Assert.Same(preview, tools.Target);
        tools.Instead = any => ReferenceEquals(any, preview) ? layer : any;
        Assert.Same(layer, tools.Target);
    }

    private static LabelsLayer Layer(out Viewer viewer, out UndoHistory history)
    {
        viewer = new Viewer();
        var layer = new LabelsLayer("strokes", TrainingLabels.Unlabelled(Shape, PhaseTable.Numbered(2), Spacing.Uncalibrated));
        viewer.Layers.Add(layer);
        history = new UndoHistory(viewer, _ => { });
        return layer;
    }

    private static PaintTools Tools(Viewer viewer, UndoHistory history, out ToolHand hand, int diameter)
    {
        hand = new ToolHand();
        hand.Take(ToolTable.Brush);
        return new PaintTools(viewer, history, hand) { Options = { Size = diameter } };
    }

    private static IEnumerable<(int Z, int Y, int X)> Painted(LabelsLayer layer)
    {
        var shape = layer.Shape;
        return from z in Enumerable.Range(0, shape.Depth)
               from y in Enumerable.Range(0, shape.Height)
               from x in Enumerable.Range(0, shape.Width)
               where layer.Labels.Slice(z)[(y * shape.Width) + x] != LabelVolume.Unlabelled
               select (z, y, x);
    }

    // The painted part of a slice, rows apart by '/'.
    private static string Picture(LabelsLayer layer, int z)
    {
        var painted = Painted(layer).ToHashSet();
        Assert.All(painted, voxel => Assert.Equal(z, voxel.Z));
        var (top, bottom, left, right) = (painted.Min(voxel => voxel.Y), painted.Max(voxel => voxel.Y), painted.Min(voxel => voxel.X), painted.Max(voxel => voxel.X));
        return string.Join('/', Enumerable.Range(top, bottom - top + 1).Select(y =>
            string.Concat(Enumerable.Range(left, right - left + 1).Select(x => painted.Contains((z, y, x)) ? 'X' : '.'))));
    }
}
