using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels.Cutting;

/// <summary>Handles of planes and of the crop box in the 3-D view of the real window, with real drags where there is a display.</summary>
[Collection("window")]
public sealed class HandleWindowTests
{
    private static Viewer Scene()
    {
        var viewer = new Viewer();
        viewer.Layers.Add(new ImageLayer("grey", Scenes.Ramp(new VolumeShape(20, 30, 40), Spacing.Isotropic(1))));
        viewer.Layout = ViewLayout.Volume;
        return viewer;
    }

    private static (Vector2 Middle, Vector2 Ball)? Handles(WindowLoop loop) => loop.Shell.Views.Overlays.OfType<PlaneHandles>().First().Shown;

    // Presses at one place, drags in two steps to another, waits there for what the drag does, and lets go.
    private static IReadOnlyList<Func<WindowLoop, bool>> Drag(Func<WindowLoop, (Vector2 From, Vector2 To)> way, Func<WindowLoop, bool> isDone)
    {
        var (from, to, frames) = (Vector2.Zero, Vector2.Zero, 0);
        bool Wait(WindowLoop loop) => loop.Frames > frames + 2;
        void Do(WindowLoop loop, Action<Pointer> action)
        {
            action(new Pointer(loop.Title));
            frames = loop.Frames;
        }
        return
        [
            WindowScript.Do(loop =>
            {
                (from, to) = way(loop);
                Do(loop, pointer => pointer.Drag(from));
            }),
            Wait,
            WindowScript.Do(loop => Do(loop, pointer => pointer.Drag(from, isDown: true))),
            Wait,
            WindowScript.Do(loop => Do(loop, pointer => pointer.Drag((from + to) / 2))),
            Wait,
            WindowScript.Do(loop => Do(loop, pointer => pointer.Drag(to))),
            loop => Wait(loop) && isDone(loop),
            WindowScript.Do(loop => Do(loop, pointer => pointer.Drag(to, isDown: false))),
            Wait,
        ];
    }

    [DisplayFact]
    public void AClippingPlane_DraggedByItsMiddle_MovesAlongItsNormalAndIsOneStepOfUndo()
    {
        var viewer = Scene();
        var (before, after, steps, camera) = (default(ClippingPlane), default(ClippingPlane), 0, Quaternion.Identity);
        Run(viewer,
        [
            Do(loop => new Pointer(loop.Title).Press("Alt+X")),
            loop => viewer.ClippingPlanes.Length == 1 && Handles(loop) is not null,
            Do(loop => (before, camera, steps) = (viewer.ClippingPlanes[0], viewer.Camera.Orientation, loop.Bench.History.Steps.Count)),
            // Along the arrow, which points to the side that stays.
            .. Drag(loop => Handles(loop) is { } shown ? (shown.Middle, shown.Middle + (Vector2.Normalize(shown.Ball - shown.Middle) * 40)) : default, _ => viewer.ClippingPlanes[0] != before),
            Do(loop => (after, steps) = (viewer.ClippingPlanes[0], loop.Bench.History.Steps.Count - steps)),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => viewer.ClippingPlanes[0] == before,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Shift+Z")),
            _ => viewer.ClippingPlanes[0] == after,
        ]);

        Assert.Equal(before.Normal, after.Normal);
        var moved = after.Point - before.Point;
        Assert.InRange(Vector3.Dot(moved, before.Normal), 1, 20);
        Assert.Equal(0, moved.Y, 1e-3f);
        Assert.Equal(0, moved.Z, 1e-3f);
        Assert.Equal(1, steps);
        Assert.Equal(after, viewer.ClippingPlanes[0]);
        Assert.Equal(camera, viewer.Camera.Orientation);
    }

    [DisplayFact]
    public void AClippingPlane_DraggedByItsBall_TurnsAboutItsMiddleAndIsUndone()
    {
        var viewer = Scene();
        var (before, after) = (default(ClippingPlane), default(ClippingPlane));
        Run(viewer,
        [
            Do(loop => new Pointer(loop.Title).Press("Alt+X")),
            loop => viewer.ClippingPlanes.Length == 1 && Handles(loop) is not null,
            Do(_ => before = viewer.ClippingPlanes[0]),
            .. Drag(loop => Handles(loop) is { } shown ? (shown.Ball, shown.Ball + new Vector2(10, -30)) : default, _ => viewer.ClippingPlanes[0].Normal != before.Normal),
            Do(_ => after = viewer.ClippingPlanes[0]),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => viewer.ClippingPlanes[0] == before,
        ]);

        Assert.InRange(Vector3.Dot(before.Normal, after.Normal), 0.3f, 0.99f);
        Assert.Equal(1, after.Normal.Length(), 1e-4f);
        Assert.Equal(before, viewer.ClippingPlanes[0]);
    }

    [DisplayFact]
    public void AWallOfTheCropBox_DraggedByItsHandle_MovesAloneAndIsUndone()
    {
        var viewer = Scene();
        var (before, after) = (default(CropBox), default(CropBox));
        CropHandles Handles(WindowLoop loop) => loop.Shell.Views.Overlays.OfType<CropHandles>().First();
        Run(viewer,
        [
            Do(loop => new Pointer(loop.Title).Press("Alt+C")),
            loop => viewer.CropBox is not null && Handles(loop).Shown.Count == 6,
            Do(_ => before = viewer.CropBox!.Value),
            .. Drag(loop => (Handles(loop).Shown[(Axis.X, true)], (Handles(loop).Shown[(Axis.X, true)] + Handles(loop).Shown[(Axis.X, false)]) / 2), _ => viewer.CropBox!.Value.High.X < 30),
            Do(_ => after = viewer.CropBox!.Value),
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => viewer.CropBox == before,
        ]);

        Assert.Equal(before.Low, after.Low);
        Assert.Equal((before.High.Y, before.High.Z), (after.High.Y, after.High.Z));
        Assert.InRange(after.High.X, 10, 29);
        Assert.Equal(before, viewer.CropBox);
    }
}
