using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels.Measuring;

public sealed class ShapeHandlesTests
{
    private static readonly WorldPoint Anchor = new(5, 10, 20);

    // Right is x and down is y across z; right is x and down is z across y; right is z and down is y across x.
    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Straight_NearASlant_KeepsTo45DegreesInTheSlice(Axis across)
    {
        var (right, down) = (ShapeHandles.RightOf(across), ShapeHandles.DownOf(across));
        WorldPoint At(double u, double v) => Anchor.With(right, Anchor.Along(right) + u).With(down, Anchor.Along(down) + v);

        Assert.Equal(At(10, 0), ShapeHandles.Straight(Anchor, At(10, 2), across));
        Assert.Equal(At(0, -7), ShapeHandles.Straight(Anchor, At(1, -7), across));
        var slant = ShapeHandles.Straight(Anchor, At(-8, 6), across);
        Assert.Equal(-7, slant.Along(right) - Anchor.Along(right), 9);
        Assert.Equal(7, slant.Along(down) - Anchor.Along(down), 9);
        Assert.Equal(Anchor.Along(across), slant.Along(across));
        Assert.Equal(Anchor, ShapeHandles.Straight(Anchor, Anchor, across));
        Assert.Equal(At(9, -9), ShapeHandles.Square(Anchor, At(9, -4), across));
    }

    [Fact]
    public void Drag_OfAnEndOfALine_LeavesWhatTheSliceDoesNotShow()
    {
        var ruler = new Measurement(MeasurementKind.Ruler, [new(1, 2, 3), new(4, 5, 6)], null);

        var moved = ShapeHandles.Drag(ruler, Axis.Z, 1, new WorldPoint(99, 8, 9), isStraight: false);

        Assert.Equal([new WorldPoint(1, 2, 3), new WorldPoint(4, 8, 9)], moved.Points.ToArray());
        Assert.Equal(ruler.Id, moved.Id);
    }

    [Theory]
    [InlineData(4, 9, 12, 2, 3, 9, 12)]
    [InlineData(0, 1, 1, 1, 1, 5, 8)]
    [InlineData(3, 0, 20, 2, 3, 5, 20)]
    [InlineData(1, 7, 0, 5, 3, 7, 8)]
    public void Drag_OfAHandleOfARectangle_MovesItsSidesAndTurnsOverPastTheOther(int handle, double y, double x, double lowY, double lowX, double highY, double highX)
    {
        var rectangle = new Measurement(MeasurementKind.Rectangle, [new(0.5, 5, 8), new(0.5, 2, 3)], Axis.Z);

        var moved = ShapeHandles.Drag(rectangle, Axis.Z, handle, new WorldPoint(0.5, y, x), isStraight: false);

        Assert.Equal([new WorldPoint(0.5, lowY, lowX), new WorldPoint(0.5, highY, highX)], moved.Points.ToArray());
    }

    [Fact]
    public void Drag_OfABoxInAnotherSlice_GivesItItsDepth()
    {
        var points = ShapeHandles.Deepened([new WorldPoint(10, 2, 4), new WorldPoint(10, 8, 24)], Axis.Z, extent: 12);
        Assert.Equal([new WorldPoint(7, 2, 4), new WorldPoint(12, 8, 24)], points.ToArray());

        var box = new Measurement(MeasurementKind.Box, points, Axis.Z);
        // Across y, z runs down: the lower side is dragged to 3.
        var deeper = ShapeHandles.Drag(box, Axis.Y, 1, new WorldPoint(3, 5, 0), isStraight: false);
        Assert.Equal(9 * 6 * 20, deeper.Volume, 9);
    }

    [Fact]
    public void Move_OfAnAngle_KeepsIt()
    {
        var angle = new Measurement(MeasurementKind.Angle, [new(0, 0, 5), new(0, 0, 0), new(0, 5, 0)], Axis.Z);
        var moved = ShapeHandles.Move(angle, new WorldPoint(0, 1, 1), new WorldPoint(0, 4, -1));

        Assert.Equal(new WorldPoint(0, 3, -2), moved.Points[1]);
        Assert.Equal(90, moved.Degrees, 9);
    }

    [Fact]
    public void Draft_OfAPath_EndsOnlyWhenItIsToldAndTakesNoPointTwice()
    {
        var draft = new MeasureDraft(MeasurementKind.Path, Axis.Z, Anchor);
        Assert.False(draft.CanFinish);
        draft.Follow(new WorldPoint(99, 11, 20), isStraight: false);
        Assert.False(draft.Fix());
        Assert.False(draft.Fix());

        Assert.Equal([Anchor, new WorldPoint(5, 11, 20)], draft.Standing);
        Assert.True(draft.CanFinish);
        Assert.True(draft.Unfix());
        Assert.False(draft.Unfix());
    }
}
