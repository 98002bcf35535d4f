using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Contrast and the opacity curve changed by hand in the real window.</summary>
[Collection("window")]
public sealed class LookWindowTests
{
    [DisplayFact]
    public void RightButton_DraggedOverASlice_ChangesWidthAndMiddleInOneStep()
    {
        var viewer = Grey();
        var layer = (ImageLayer)viewer.Layers[0];
        var (before, cursor, after, title) = (layer.ContrastLimits, default(WorldPoint), layer.ContrastLimits, "");
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            loop => loop.Shell.Views.Pictures.Count == 1,
            Do(_ => cursor = viewer.Cursor),
            Do(loop => new Pointer(loop.Title).Drag(Middle(loop), isDown: true, Pointer.Right)),
            Do(loop => new Pointer(loop.Title).Drag(Middle(loop) + new Vector2(75, 0))),
            _ => layer.ContrastLimits != before,
            Do(loop => new Pointer(loop.Title).Drag(Middle(loop) + new Vector2(75, 75))),
            _ => (layer.ContrastLimits.Low + layer.ContrastLimits.High) / 2 > 105,
            Do(loop => new Pointer(loop.Title).Drag(Middle(loop) + new Vector2(75, 75), isDown: false, Pointer.Right)),
            loop => (title = loop.Bench.History.Undoable?.Title ?? "").Length > 0,
            Do(_ => after = layer.ContrastLimits),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => layer.ContrastLimits == before);

        // Half of the reach to the right is the square root of two; half of it down is a quarter of the width.
        Assert.Equal(100 * Math.Sqrt(2), after.High - after.Low, 3.0);
        Assert.Equal(125, (after.High + after.Low) / 2, 2.0);
        Assert.StartsWith("Contrast limits of 'grey'", title);
        Assert.Equal((cursor, before), (viewer.Cursor, layer.ContrastLimits));
    }

    [DisplayFact]
    public void MiddleButton_DraggedOverASlice_MovesItAndLeavesTheContrast()
    {
        var viewer = Grey();
        var layer = (ImageLayer)viewer.Layers[0];
        var (limits, shown) = (layer.ContrastLimits, default(WorldPoint));
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            loop => loop.Shell.Views.Shown.ContainsKey(Axis.Z),
            Do(loop => shown = loop.Shell.Views.Shown[Axis.Z].First),
            Do(loop => new Pointer(loop.Title).Drag(Middle(loop), isDown: true, Pointer.MiddleButton)),
            Do(loop => new Pointer(loop.Title).Drag(Middle(loop) + new Vector2(40, 30))),
            loop => loop.Shell.Views.Shown[Axis.Z].First.X < shown.X && loop.Shell.Views.Shown[Axis.Z].First.Y < shown.Y,
            Do(loop => new Pointer(loop.Title).Drag(Middle(loop) + new Vector2(40, 30), isDown: false, Pointer.MiddleButton)));

        Assert.Equal(limits, layer.ContrastLimits);
    }

    [DisplayFact]
    public void OwnColours_DraggedAndRemovedOnTheStrip_ChangeTheColormap()
    {
        var viewer = Grey();
        var layer = (ImageLayer)viewer.Layers[0];
        var moved = 0f;
        Run(viewer,
            Do(_ => layer.Colormap = ColorPoints.Parse("0=#000000,0.6=#ff0000,1=#ffffff")),
            loop => Colors(loop).Shown.Count == 3,
            Do(loop => new Pointer(loop.Title).Drag(Colors(loop).Shown[1], isDown: true)),
            Do(loop => new Pointer(loop.Title).Drag(Between(loop, 0.3f))),
            _ => (moved = layer.Colormap.Points[1].Position) < 0.4f,
            Do(loop => new Pointer(loop.Title).Drag(Between(loop, 0.3f), isDown: false)),
            Do(loop => new Pointer(loop.Title).Click(Colors(loop).Shown[1], Pointer.Right)),
            loop => Colors(loop).Shown.Count == 2);

        Assert.Equal(0.3f, moved, 0.03f);
        Assert.Equal(2, layer.Colormap.Points.Length);
    }

    [DisplayFact]
    public void OwnColours_DoubleClickedOnTheStrip_GetAPointOfTheColourThere()
    {
        var viewer = Grey();
        var layer = (ImageLayer)viewer.Layers[0];
        var (added, steps, limits) = (default(ColorPoint), 0, layer.ContrastLimits);
        Run(viewer,
            Do(_ => layer.Colormap = ColorPoints.Parse("0=#000000,1=#ffffff")),
            loop => Colors(loop).Shown.Count == 2,
            // However slow the machine is.
            Do(_ => ImGui.GetIO().MouseDoubleClickTime = 10),
            Do(loop => steps = loop.Bench.History.Steps.Count),
            Do(loop => new Pointer(loop.Title).Click(Between(loop, 0.4f), Pointer.Left)),
            Do(loop => new Pointer(loop.Title).Click(Between(loop, 0.4f), Pointer.Left)),
            loop => Colors(loop).Shown.Count == 3,
            Do(_ => added = layer.Colormap.Points[1]),
            Do(loop => steps = loop.Bench.History.Steps.Count - steps),
            Do(loop => loop.Bench.History.Undo()));

        Assert.Equal((1, limits), (steps, layer.ContrastLimits));
        Assert.Equal(0.4f, added.Position, 0.03f);
        // Halfway between its neighbours it looks as before, to be changed then.
        Assert.Equal(0.4 * 255, added.Color.R, 8.0);
        Assert.Equal(2, layer.Colormap.Points.Length);
    }

    private static ColorPointsEditor Colors(WindowLoop loop) => loop.Shell.Left.Controls.Images.Histogram.Colors;

    private static Vector2 Between(WindowLoop loop, float share) => Colors(loop).Shown[0] + ((Colors(loop).Shown[^1] - Colors(loop).Shown[0]) * share);

    [DisplayFact]
    public void Histogram_LimitDraggedAndPointAddedAndRemoved_ChangesTheLayer()
    {
        var viewer = Grey();
        var layer = (ImageLayer)viewer.Layers[0];
        layer.RenderMode = ImageRenderMode.Translucent;
        layer.OpacityCurve = [new(0, 0), new(1, 1)];
        var (low, added) = (0f, default(OpacityPoint));
        Rect Plot(WindowLoop loop) => loop.Shell.Left.Controls.Images.Histogram.Area;
        Vector2 At(WindowLoop loop, double value, float up) => new(
            (float)(Plot(loop).Min.X + (Plot(loop).Width * (value + 6) / 212)), Plot(loop).Max.Y - (Plot(loop).Height * up));
        Run(viewer,
            loop => Plot(loop).Width > 50,
            // The histogram reaches from 0 to 200 with 3 % of room at both sides.
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 50, 0.5f), isDown: true)),
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 20, 0.5f))),
            _ => (low = layer.ContrastLimits.Low) < 30,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 20, 0.5f), isDown: false)),
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 60, 0.2f), isDown: true)),
            _ => layer.OpacityCurve.Length == 3,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 60, 0.2f), isDown: false)),
            Do(_ => added = layer.OpacityCurve[1]),
            Do(loop => new Pointer(loop.Title).Click(At(loop, 60, 0.2f), Pointer.Right)),
            _ => layer.OpacityCurve.Length == 2);

        Assert.Equal(20, low, 2f);
        Assert.Equal((60 - 20) / 130f, added.Position, 0.03f);
        // Heights are square roots of opacities.
        Assert.InRange(added.Opacity, 0.01f, 0.06f);
    }

    private static Vector2 Middle(WindowLoop loop) => loop.Shell.Views.Pictures.First(picture => picture.Axis == Axis.Z).Area.Center;

    // Values from 0 to 200 with limits of 50 to 150.
    private static Viewer Grey()
    {
        var volume = new Volume<byte>(new VolumeShape(4, 64, 64));
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 64 * 64; i++)
                volume.Slice(z)[i] = (byte)(i * 200 / 4095);
        }
        var viewer = new Viewer();
        viewer.Layers.Add(new ImageLayer("grey", volume) { ContrastLimits = new ContrastLimits(50, 150) });
        return viewer;
    }
}
