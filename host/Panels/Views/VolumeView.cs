using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The 3-D view: the picture, the box with its axes, and what the mouse does there.</summary>
internal sealed class VolumeView(ViewTools tools) : IDisposable
{
    // A pointer that moved less than this while its button was down has clicked, not dragged.
    private const float ClickDistance = 4;

    private readonly List<VolumePicture> _pictures = [];
    private bool _isClick;
    private VolumeTouch _touch;
    private int _touched;
    private Vector2 _pressedAt;

    private Viewer Viewer => tools.Bench.Viewer;

    public void Draw(ViewCell cell, float density)
    {
        ImGui.PushID("3-D");
        var room = ViewHeader.Draw(tools.Bench, cell, "3-D", Detail(), Reset);
        foreach (var pane in ComparedPane.Of(Viewer, room, density).Where(pane => pane.Frame.Area is { Width: >= 8, Height: >= 8 }))
        {
            ImGui.PushID(pane.Index);
            SideTitle.Draw(pane);
            Follow(pane);
            DrawPicture(pane);
            DrawOver(pane);
            ImGui.PopID();
        }
        ImGui.PopID();
    }

    public void Dispose()
    {
        foreach (var picture in _pictures)
            picture.Dispose();
    }

    private string Detail() => SliceSteps.Reference(Viewer) is { } layer ? layer.Shape.ToString() : "";

    private void Reset()
    {
        Viewer.Camera.Orientation = Camera.DefaultOrientation;
        Viewer.Camera.Frame(Viewer.Extent);
    }

    private void DrawPicture(ComparedPane pane)
    {
        var (camera, frame) = (Viewer.Camera, pane.Frame);
        // Slices that are shown in 3-D follow the crosshair.
        var cursor = Viewer.Layers.Any(layer => layer is { Visible: true, Depiction: LayerDepiction.Slices }) ? Viewer.Cursor : default;
        var scene = (tools.Bench.Scene.Volume, cursor, camera.Target, camera.Orientation, camera.Distance, camera.FieldOfView, camera.Orthographic, frame.Width, frame.Height);
        ImGui.GetWindowDrawList().AddRectFilled(frame.Area.Min, frame.Area.Max, Theme.U32(Theme.ViewGround), Theme.Px(6), ImDrawFlags.RoundCornersBottom);
        var tiles = pane.Tiles(Viewer, tools.State.Flicker.Side);
        for (var side = 0; side < pane.Sides.Count; side++)
        {
            while (_pictures.Count <= pane.Index + side)
                _pictures.Add(new VolumePicture(tools));
            if (tiles.Any(tile => tile.Side == side))
                _pictures[pane.Index + side].Show(frame, scene, pane.Sides[side], tiles.Where(tile => tile.Side == side));
        }
        tools.State.Pictures.Add((null, frame.Area));
    }

    private void Follow(ComparedPane pane)
    {
        var frame = pane.Frame;
        ImGui.SetCursorScreenPos(frame.Area.Min);
        ImGui.InvisibleButton("picture", frame.Area.Size,
            ImGuiButtonFlags.MouseButtonLeft | ImGuiButtonFlags.MouseButtonRight | ImGuiButtonFlags.MouseButtonMiddle);
        var (io, camera) = (ImGui.GetIO(), Viewer.Camera);
        _touch = new VolumeTouch(new ViewProjection(camera, frame.Width, frame.Height), frame, io.MousePos, ImGui.IsItemHovered(), ImGui.IsItemActive(),
            place => PickAt(place, pane));
        if (_touch.IsHovered || _touch.IsActive)
            _touched = pane.Index;
        // Of pictures beside each other, what lies over them follows the pointer in the one that it was in last.
        var isTaken = _touched == pane.Index && tools.State.Overlays.Any(overlay => overlay.Follow(_touch));
        if (ImGui.IsItemHovered())
        {
            if (io.MouseWheel != 0)
                camera.Distance *= MathF.Pow(0.88f, io.MouseWheel);
            if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) && !isTaken)
                Reset();
        }
        if (isTaken)
        {
            _isClick = false;
            return;
        }
        if (ImGui.IsItemActivated())
            (_pressedAt, _isClick) = (io.MousePos, true);
        _isClick &= Vector2.Distance(io.MousePos, _pressedAt) < Theme.Px(ClickDistance);
        if (ImGui.IsItemActive() && !_isClick)
            Drag(frame, io, camera);
        if (ImGui.IsItemDeactivated() && _isClick && ImGui.IsMouseReleased(ImGuiMouseButton.Left) && !io.KeyShift)
            MoveCursor(_touch.Pick(_pressedAt));
    }

    private static void Drag(ViewFrame frame, ImGuiIOPtr io, Camera camera)
    {
        var moved = io.MouseDelta;
        if (moved == Vector2.Zero)
            return;
        if (ImGui.IsMouseDown(ImGuiMouseButton.Left) && !io.KeyShift)
        {
            var perPixel = MathF.PI / Math.Max(1, Math.Min(frame.Area.Width, frame.Area.Height));
            camera.Orbit(moved.X * perPixel, moved.Y * perPixel);
            return;
        }
        var scale = new ViewProjection(camera, frame.Width, frame.Height).MicrometresPerPixel * frame.Density;
        camera.Pan(moved.X * scale, moved.Y * scale);
    }

    // What is picked is what is seen there: one side of a comparison.
    private WorldPoint? PickAt(Vector2 place, ComparedPane pane)
    {
        tools.Renderer.Shows = pane.SideAt(place, Viewer, tools.State.Flicker.Side).Shows;
        try
        {
            return tools.Renderer.Pick(Viewer, pane.Frame.ToPicture(place), pane.Frame.Width, pane.Frame.Height) is { } point ? Behind(point, _touch.RayThrough(place)) : null;
        }
        finally
        {
            tools.Renderer.Shows = null;
        }
    }

    // A little into what is seen: on the wall between two voxels rounding would choose either.
    private WorldPoint Behind(WorldPoint point, Ray sight)
    {
        if (SliceSteps.Reference(Viewer) is not { Spacing: var spacing })
            return point;
        var step = Vector3.Normalize(sight.Direction) * (float)(spacing.Finest * 0.02);
        var extent = Viewer.Extent * (1 - 1e-6f);
        return new WorldPoint(Math.Clamp(point.Z + step.Z, 0, extent.Z), Math.Clamp(point.Y + step.Y, 0, extent.Y), Math.Clamp(point.X + step.X, 0, extent.X));
    }

    private void MoveCursor(WorldPoint? picked)
    {
        if (picked is { } point)
            Viewer.Cursor = point;
    }

    private void DrawOver(ComparedPane pane)
    {
        var frame = pane.Frame;
        var draw = ImGui.GetWindowDrawList();
        var view = new ViewProjection(Viewer.Camera, frame.Width, frame.Height);
        draw.PushClipRect(frame.Area.Min, frame.Area.Max, true);
        if (tools.State.ShowCrosshair)
            SceneBox.Cursor(draw, frame, view, Viewer.Cursor, Viewer.Extent);
        if (tools.State.ShowScale)
            SceneBox.Names(draw, frame, view, Viewer.Extent);
        // In small views an axis may end where the bar is: the bar stays readable.
        if (tools.State.ShowScale && SliceSteps.Reference(Viewer) is { } layer)
            Overlay.Scale(draw, frame, view.MicrometresPerPixel, layer.Spacing.IsCalibrated);
        foreach (var overlay in tools.State.Overlays)
            overlay.Draw(draw, _touch);
        SideTitle.Voxels(draw, tools.Bench, tools.State.SliceCounts, pane, axis: null);
        draw.PopClipRect();
    }
}
