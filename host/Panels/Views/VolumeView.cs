using System.Diagnostics;
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

    private readonly ViewPicture _fine = new(tools), _coarse = new(tools);
    private readonly QualityClock _quality = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private bool _showFine;
    private bool _isClick;
    private VolumeTouch _touch;
    private Vector2 _pressedAt;

    private Viewer Viewer => tools.Bench.Viewer;

    public void Draw(ViewCell cell, float density)
    {
        ImGui.PushID("3-D");
        var room = ViewHeader.Draw(tools.Bench, cell, "3-D", Detail(), Reset);
        var frame = new ViewFrame(room, density);
        if (frame.Area.Width >= 8 && frame.Area.Height >= 8)
        {
            Follow(frame);
            DrawPicture(frame);
            DrawOver(frame);
        }
        ImGui.PopID();
    }

    public void Dispose()
    {
        _fine.Dispose();
        _coarse.Dispose();
    }

    private string Detail() => SliceSteps.Reference(Viewer) is { } layer ? layer.Shape.ToString() : "";

    private void Reset()
    {
        Viewer.Camera.Orientation = Camera.DefaultOrientation;
        Viewer.Camera.Frame(Viewer.Extent);
    }

    private void DrawPicture(ViewFrame frame)
    {
        var camera = Viewer.Camera;
        // Slices that are shown in 3-D follow the crosshair.
        var cursor = Viewer.Layers.Any(layer => layer is { Visible: true, Depiction: LayerDepiction.Slices }) ? Viewer.Cursor : default;
        var scene = (tools.Bench.Scene.Volume, cursor, camera.Target, camera.Orientation, camera.Distance, camera.FieldOfView, camera.Orthographic, frame.Width, frame.Height);
        // A slider that is held changes the scene again in a moment.
        var isHeld = ImGui.IsAnyMouseDown() && ImGui.IsAnyItemActive();
        if (_quality.Next(scene, _clock.Elapsed, isHeld) is { } quality)
        {
            _showFine = quality == RenderQuality.Full;
            var (picture, part) = _showFine ? (_fine, 1) : (_coarse, 2);
            picture.Redraw(Math.Max(1, frame.Width / part), Math.Max(1, frame.Height / part), target => tools.Renderer.DrawVolumeView(Viewer, target, quality));
            if (!tools.Renderer.IsComplete)
            {
                // Data still come in: the next frame shows more of them.
                _quality.Forget();
                tools.Bench.Activity.Request();
            }
        }
        if (_quality.IsPending)
            tools.Bench.Activity.RequestIn(QualityClock.Rest);
        ImGui.GetWindowDrawList().AddRectFilled(frame.Area.Min, frame.Area.Max, Theme.U32(Theme.ViewGround), Theme.Px(6), ImDrawFlags.RoundCornersBottom);
        (_showFine ? _fine : _coarse).Show(frame.Area);
        tools.State.Pictures.Add((null, frame.Area));
    }

    private void Follow(ViewFrame frame)
    {
        ImGui.SetCursorScreenPos(frame.Area.Min);
        ImGui.InvisibleButton("picture", frame.Area.Size,
            ImGuiButtonFlags.MouseButtonLeft | ImGuiButtonFlags.MouseButtonRight | ImGuiButtonFlags.MouseButtonMiddle);
        var (io, camera) = (ImGui.GetIO(), Viewer.Camera);
        _touch = new VolumeTouch(new ViewProjection(camera, frame.Width, frame.Height), frame, io.MousePos, ImGui.IsItemHovered(), ImGui.IsItemActive(),
            place => tools.Renderer.Pick(Viewer, frame.ToPicture(place), frame.Width, frame.Height));
        var isTaken = tools.State.Overlays.Any(overlay => overlay.Follow(_touch));
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
            Pick(frame.ToPicture(_pressedAt), frame);
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

    private void Pick(Vector2 pixel, ViewFrame frame)
    {
        if (tools.Renderer.Pick(Viewer, pixel, frame.Width, frame.Height) is { } point)
            Viewer.Cursor = point;
    }

    private void DrawOver(ViewFrame frame)
    {
        var draw = ImGui.GetWindowDrawList();
        var view = new ViewProjection(Viewer.Camera, frame.Width, frame.Height);
        draw.PushClipRect(frame.Area.Min, frame.Area.Max, true);
        if (tools.State.ShowCrosshair)
            SceneBox.Cursor(draw, frame, view, Viewer.Cursor, Viewer.Extent);
        if (tools.State.ShowScale && SliceSteps.Reference(Viewer) is { } layer)
            Overlay.Scale(draw, frame, view.MicrometresPerPixel, layer.Spacing.IsCalibrated);
        if (tools.State.ShowScale)
            SceneBox.Names(draw, frame, view, Viewer.Extent);
        foreach (var overlay in tools.State.Overlays)
            overlay.Draw(draw, _touch);
        draw.PopClipRect();
    }
}
