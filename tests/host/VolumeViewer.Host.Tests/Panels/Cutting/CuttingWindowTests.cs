using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Cutting in the real window, with real drags and keys where there is a display.</summary>
[Collection("window")]
public sealed class CuttingWindowTests
{
    [DisplayFact]
    public void HandlesOfAPlaneAndOfTheCropBox_Dragged_MoveThemAndUndoTakesThemBack()
    {
        var viewer = new Viewer { Layout = ViewLayout.Volume };
        viewer.Layers.Add(new ImageLayer("ramp", Scenes.Ramp(new VolumeShape(20, 24, 28), Spacing.Isotropic(2))));
        var (before, moved, turned, cropped, steps) = (default(ClippingPlane), default(ClippingPlane), default(ClippingPlane), default((int, int, int)?), 0);
        Run(viewer,
            Do(loop => new Pointer(loop.Title).Press("Alt+X")),
            loop => viewer.ClippingPlanes.Length == 1 && Handles(loop).Shown is not null,
            Do(_ => before = viewer.ClippingPlanes[0]),
            // Both ends of the drag are where the handles were when it began.
            Do(loop => Drag(loop, Handles(loop).Shown!.Value.Middle, isDown: true)),
            Do(loop => Drag(loop, Handles(loop).Shown!.Value.Ball)),
            loop => viewer.ClippingPlanes[0] != before,
            Do(loop => Drag(loop, Handles(loop).Shown!.Value.Middle, isDown: false)),
            Do(_ => { }),
            Do(_ => moved = viewer.ClippingPlanes[0]),
            Do(loop => Drag(loop, Handles(loop).Shown!.Value.Ball, isDown: true)),
            Do(loop => Drag(loop, Handles(loop).Shown!.Value.Ball + new Vector2(0, 40))),
            loop => viewer.ClippingPlanes[0].Normal != moved.Normal,
            Do(loop => Drag(loop, Handles(loop).Shown!.Value.Ball, isDown: false)),
            Do(_ => { }),
            Do(_ => turned = viewer.ClippingPlanes[0]),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => viewer.ClippingPlanes[0].Normal == Vector3.UnitX,
            Do(loop => new Pointer(loop.Title).Press("Alt+C")),
            loop => Crop(loop).Shown.Count == 6,
            Do(loop => Drag(loop, Crop(loop).Shown[(Axis.Y, false)], isDown: true)),
            Do(loop => Drag(loop, Crop(loop).Shown[(Axis.Y, false)] + new Vector2(0, 30))),
            loop => loop.Bench.Cutting.Walls(Axis.Y) is { Low: > 0 },
            Do(loop => Drag(loop, Crop(loop).Shown[(Axis.Y, false)], isDown: false)),
            Do(_ => { }),
            Do(loop => (cropped, steps) = (loop.Bench.Cutting.Walls(Axis.Y), loop.Bench.History.Position)),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            loop => loop.Bench.Cutting.Walls(Axis.Y) is { Low: 0 });

        Assert.Equal(Vector3.UnitX, moved.Normal);
        Assert.True(moved.Point.X > before.Point.X + 1, $"moved from {before.Point} to {moved.Point}");
        Assert.True(Vector3.Dot(turned.Normal, Vector3.UnitX) < 0.999f);
        Assert.InRange(cropped!.Value.Item1, 1, 23);
        Assert.Equal((24, 4), (cropped.Value.Item2, steps));
        Assert.Equal(new WorldPoint(20, 24, 28), viewer.Cursor);
    }

    private static PlaneHandles Handles(WindowLoop loop) => loop.Shell.Views.Overlays.OfType<PlaneHandles>().Single();

    private static CropHandles Crop(WindowLoop loop) => loop.Shell.Views.Overlays.OfType<CropHandles>().Single();

    private static void Drag(WindowLoop loop, Vector2 place, bool? isDown = null) => new Pointer(loop.Title).Drag(place, isDown);
}
