using System.Numerics;

using VolumeViewer.Host.Painting;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Tests.Painting;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>The label tools in the real window, with real clicks and drags where there is a display.</summary>
[Collection("window")]
public sealed class ToolWindowTests
{
    private static readonly VolumeShape Shape = new(24, 32, 40);

    [DisplayFact]
    public void PolygonByClicks_ThenFillThere_ThenUndo_GivesWhatTheOutlineHoldsAndTheLabelsBack()
    {
        var (viewer, layer) = Scene();
        (int, int, int)[] outlined = [];
        (float X, float Y)[] corners = [(0.3f, 0.3f), (0.7f, 0.35f), (0.5f, 0.7f)];
        SliceGrid? grid = null;
        var cursor = viewer.Cursor;
        List<(double U, double V)> places = [];
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => new Pointer(loop.Title).Press("G")),
            loop => loop.Bench.Hand.Tool.Id == "paint.polygon" && loop.Shell.Tools.Buttons.ContainsKey("paint.polygon"),
            // Digits are phases while a tool that paints is in the hand.
            Do(loop => new Pointer(loop.Title).Press("3")),
            loop => loop.Bench.Tools.Phase == 2,
            Do(_ => (grid, cursor) = (SliceGrid.Of(layer, Axis.Z, viewer.Cursor), viewer.Cursor)),
            Click(corners[0], places), Click(corners[1], places), Click((0.9f, 0.9f), null), Press("Backspace"), Click(corners[2], places), Press("Enter"),
            loop => loop.Bench.History.Undoable?.Title == "Outline phase 2 in 'labels'",
            Do(_ => outlined = [.. Voxels.Of(layer.Labels, 2)]),
            // What of the box lies around it in the slice.
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Tools.Buttons["paint.fill"].Center, Pointer.Left)),
            loop => loop.Bench.Hand.Tool.Id == "paint.fill",
            Do(loop => new Pointer(loop.Title).Click(At(loop, (0.3f, 0.7f)), Pointer.Left)),
            loop => loop.Bench.History.Undoable?.Title == "Fill phase 2 in 'labels'",
            _ => Voxels.Of(layer.Labels, 2).Count == 24 * 32,
            Press("Ctrl+Z"), Press("Ctrl+Z"),
            loop => loop.Bench.History.Undoable is null);

        // The pointer goes to whole pixels, and a voxel takes some.
        var expected = Voxels.Of(new PolygonShape(grid!.Value, places, grid.Value.Slice, grid.Value.Slice));
        Assert.NotEmpty(outlined);
        Assert.True(expected.Except(outlined).Count() + outlined.Except(expected).Count() <= expected.Count / 20, $"{outlined.Length} voxels were outlined, {expected.Count} lie inside.");
        Assert.Empty(Voxels.Of(layer.Labels, 2));
        Assert.Equal(cursor, viewer.Cursor);
    }

    [DisplayFact]
    public void BrushIn3D_DraggedOverASurface_PaintsItAndNotWhatIsBehind()
    {
        var (viewer, layer) = Scene();
        (int Z, int Y, int X)[] painted = [];
        var orientation = viewer.Camera.Orientation;
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.Volume),
            Do(_ => viewer.Camera.Orientation = orientation = Quaternion.Identity),
            Press("B"), Press("3"),
            loop => loop.Bench.Tools is { IsPainting: true, Phase: 2 } && loop.Shell.Views.Pictures.Any(picture => picture.Axis is null),
            Do(loop => loop.Bench.Tools.Options.Size = 5),
            Do(loop => new Pointer(loop.Title).Drag(At(loop, (0.45f, 0.5f)), isDown: true)),
            loop => loop.Bench.Tools.IsDrawing,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, (0.5f, 0.5f)))),
            _ => Voxels.Of(layer.Labels, 2).Count > 60,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, (0.5f, 0.5f)), isDown: false)),
            loop => !loop.Bench.Tools.IsDrawing,
            Do(_ => painted = [.. Voxels.Of(layer.Labels, 2)]),
            Press("Ctrl+Z"),
            _ => Voxels.Of(layer.Labels, 2).Count == 0);

        // The camera looks along z onto the face of the box at z = 6; a ball of 5 reaches 2.5 voxels in.
        Assert.All(painted, voxel => Assert.InRange(voxel.Z, 3, 8));
        Assert.Equal(orientation, viewer.Camera.Orientation);
    }

    [DisplayFact]
    public void NarrowWindow_WithABrush_KeepsEveryToolInReach()
    {
        var (viewer, _) = Scene();
        var (all, inBar, arrows) = (ToolTable.All.Select(tool => tool.Id).ToHashSet(), new HashSet<string>(), 0);
        Rect? more = null;
        Run(viewer,
            // With letters half as large again less finds room.
            Do(loop => loop.Shell.State.WantedScale = 1.5f),
            loop => loop.Shell.State.Scale > 1.4f,
            Press("B"),
            loop => loop.Shell.Tools.Arrows.Count > 0,
            Do(loop => (arrows, more) = (loop.Shell.Tools.Arrows.Count, loop.Shell.Tools.MoreOptions)),
            Do(loop => inBar = [.. loop.Shell.Tools.Buttons.Keys]),
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Tools.Arrows[ToolGroup.Fill].Center, Pointer.Left)),
            loop => loop.Shell.Tools.Buttons.ContainsKey("paint.wand"),
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Tools.Buttons["paint.wand"].Center, Pointer.Left)),
            loop => loop.Bench.Hand.Tool.Id == "paint.wand");

        Assert.True(arrows >= 2 && inBar.Count < all.Count, $"{arrows} groups are closed, {inBar.Count} of {all.Count} tools have a button.");
    }

    private static Func<WindowLoop, bool> Press(string keys) => Do(loop => new Pointer(loop.Title).Press(keys));

    private static Func<WindowLoop, bool> Click((float X, float Y) share, List<(double U, double V)>? places) => Do(loop =>
    {
        new Pointer(loop.Title).Click(At(loop, share), Pointer.Left);
        if (places is null)
            return;
        var (first, last) = loop.Shell.Views.Shown[Axis.Z];
        places.Add((first.X + ((last.X - first.X) * share.X), first.Y + ((last.Y - first.Y) * share.Y)));
    });

    private static Vector2 At(WindowLoop loop, (float X, float Y) share)
    {
        var area = loop.Shell.Views.Pictures[0].Area;
        return area.Min + (area.Size * new Vector2(share.X, share.Y));
    }

    // A box of phase 1 in phase 0, which is hidden in 3-D.
    private static (Viewer Viewer, LabelsLayer Layer) Scene()
    {
        var layer = new LabelsLayer("labels", new LabelVolume(Shape, PhaseTable.Numbered(3)));
        layer.Fill(new VoxelBox(6, 4, 4, 12, 24, 32), 1);
        layer.Phases = layer.Phases.With(0, layer.Phases[0] with { Visible = false });
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        viewer.SelectedLayer = layer;
        return (viewer, layer);
    }
}
