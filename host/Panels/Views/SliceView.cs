using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The slice across one axis: the picture, the crosshair, the slider, and what the mouse does there.</summary>
internal sealed class SliceView(ViewTools tools, Axis axis) : IDisposable
{
    private readonly SliceCamera _camera = new(axis);
    private readonly SidePictures _pictures = new(tools);
    private readonly SliceBar _bar = new(tools, axis);
    private int _resets = -1;
    private Vector3 _fittedTo;
    private WheelNotches _wheel;
    private bool _isMoved;
    private SliceTouch _touch;
    private int _touched;

    private Viewer Viewer => tools.Bench.Viewer;

    public void Draw(ViewCell cell, float density)
    {
        ImGui.PushID((int)axis);
        if (SliceSteps.Of(Viewer, axis) is { } steps)
        {
            var detail = steps.Text(Viewer.Cursor);
            var room = ViewHeader.Draw(tools.Bench, cell, Overlay.NameOf(axis), detail, Refit, (right, top) => TurnChip.Draw(tools, axis, cell, SlabChip.Draw(tools, cell, right, top), top));
            var area = new Rect(room.Min, new Vector2(room.Max.X, Math.Max(room.Min.Y + 1, room.Max.Y - SliceBar.Height)));
            if (area.Width >= 8 && area.Height >= 8)
            {
                foreach (var pane in ComparedPane.Of(Viewer, area, density).Where(pane => pane.Frame.Area is { Width: >= 8, Height: >= 8 }))
                    Draw(pane, steps);
            }
            _bar.Draw(new Rect(new Vector2(room.Min.X, area.Max.Y), room.Max), steps);
        }
        ImGui.PopID();
    }

    public void Dispose() => _pictures.Dispose();

    private void Draw(ComparedPane pane, SliceSteps steps)
    {
        ImGui.PushID(pane.Index);
        SideTitle.Draw(pane);
        DrawPicture(pane, Math.Max(1, Theme.Px(1)));
        Follow(pane, steps);
        DrawOver(pane, steps);
        ImGui.PopID();
    }

    private void Refit() => (_resets, _isMoved) = (-1, false);

    private void DrawPicture(ComparedPane pane, float pixelRatio)
    {
        var (frame, extent) = (pane.Frame, Viewer.Extent);
        if (tools.State.Turns.GetValueOrDefault(axis) is var turn && turn != _camera.Turn)
            _camera.TurnTo(turn);
        // A view that nobody moved keeps showing everything, whatever its size becomes.
        if (_resets != tools.State.Resets || _fittedTo != extent || !_isMoved)
        {
            _camera.Fit(extent, frame.Width, frame.Height);
            (_resets, _fittedTo, _isMoved) = (tools.State.Resets, extent, false);
        }
        KeepPlace(frame);
        ImGui.GetWindowDrawList().AddRectFilled(frame.Area.Min, frame.Area.Max, Theme.U32(Theme.ViewGround));
        var scene = (Viewer.Cursor.Along(axis), _camera.CenterU, _camera.CenterV, _camera.MicrometresPerPixel, _camera.Turn);
        _pictures.Show(pane, scene, target => tools.Renderer.DrawSliceView(Viewer, _camera, target, pixelRatio), _camera);
        tools.State.Pictures.Add((axis, frame.Area));
        tools.State.Shown[axis] = _camera.Shown(frame.Width, frame.Height, Viewer.Cursor);
    }

    // A project that was opened says where the view stands; one that is saved is told.
    private void KeepPlace(ViewFrame frame)
    {
        if (tools.State.WantedPlaces.Remove(axis, out var place))
        {
            place.Put(_camera, Viewer.Extent, frame.Width, frame.Height);
            tools.State.Turns[axis] = _camera.Turn;
            _isMoved = place.Shown > 0;
        }
        if (_isMoved)
            tools.State.Places[axis] = SlicePlace.Of(_camera, frame.Width, frame.Height);
        else if (_camera.Turn != default)
            tools.State.Places[axis] = SlicePlace.OfAll(_camera.Turn);
        else
            tools.State.Places.Remove(axis);
    }

    private void Follow(ComparedPane pane, SliceSteps steps)
    {
        var frame = pane.Frame;
        ImGui.SetCursorScreenPos(frame.Area.Min);
        ImGui.InvisibleButton("picture", frame.Area.Size,
            ImGuiButtonFlags.MouseButtonLeft | ImGuiButtonFlags.MouseButtonRight | ImGuiButtonFlags.MouseButtonMiddle);
        var io = ImGui.GetIO();
        var pixel = frame.ToPicture(io.MousePos);
        _touch = new SliceTouch(axis, _camera, frame, Viewer.Cursor, io.MousePos, ImGui.IsItemHovered(), ImGui.IsItemActive());
        if (_touch.IsHovered || _touch.IsActive)
            _touched = pane.Index;
        // Of pictures beside each other, what lies over them follows the pointer in the one that it was in last.
        var isTaken = _touched == pane.Index && tools.State.Overlays.Any(overlay => overlay.Follow(_touch));
        if (ImGui.IsItemHovered())
        {
            tools.State.Hover = _camera.ToWorld(pixel.X, pixel.Y, frame.Width, frame.Height, Viewer.Cursor);
            (tools.State.KeyAxis, tools.State.KeysAreOblique) = (axis, false);
            Wheel(io, frame, pixel, steps);
            if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) && !isTaken)
                Refit();
        }
        if (isTaken)
            return;
        if (!ImGui.IsItemActive())
            return;
        if (io.KeyAlt && (ImGui.IsMouseDown(ImGuiMouseButton.Left) || ImGui.IsMouseDown(ImGuiMouseButton.Middle)))
            TurnBy(io, frame);
        else if (ImGui.IsMouseDown(ImGuiMouseButton.Left) && !IsMovedByHand(io) && !ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left))
            Viewer.Cursor = Clamped(_camera.ToWorld(pixel.X, pixel.Y, frame.Width, frame.Height, Viewer.Cursor));
        else if (IsMovedByHand(io))
        {
            _camera.Pan(io.MouseDelta.X * frame.Density, io.MouseDelta.Y * frame.Density);
            _isMoved |= io.MouseDelta != Vector2.Zero;
        }
    }

    // About the middle of the view: what was grabbed follows the pointer.
    private void TurnBy(ImGuiIOPtr io, ViewFrame frame)
    {
        var (now, before) = (io.MousePos - frame.Area.Center, io.MousePos - io.MouseDelta - frame.Area.Center);
        if (io.MouseDelta == Vector2.Zero || now.Length() < 1 || before.Length() < 1)
            return;
        var degrees = (Math.Atan2(now.Y, now.X) - Math.Atan2(before.Y, before.X)) * 180 / Math.PI;
        tools.State.Turns[axis] = _camera.Turn.By(degrees);
        tools.Bench.Activity.Request();
    }

    // The right button moves the slice where no image takes it for its contrast.
    private static bool IsMovedByHand(ImGuiIOPtr io) => ImGui.IsMouseDown(ImGuiMouseButton.Right) || ImGui.IsMouseDown(ImGuiMouseButton.Middle)
        || (ImGui.IsMouseDown(ImGuiMouseButton.Left) && (ImGui.IsKeyDown(ImGuiKey.Space) || io.KeyCtrl));

    private void Wheel(ImGuiIOPtr io, ViewFrame frame, Vector2 pixel, SliceSteps steps)
    {
        if (io.MouseWheel == 0)
            return;
        if (io.KeyCtrl)
        {
            _camera.ZoomAt(pixel.X, pixel.Y, frame.Width, frame.Height, Math.Pow(1.2, io.MouseWheel));
            _isMoved = true;
            return;
        }
        if (_wheel.Take(io.MouseWheel) is var whole and not 0)
            Viewer.Cursor = steps.At(Viewer.Cursor, steps.Index(Viewer.Cursor) + whole);
    }

    private WorldPoint Clamped(WorldPoint point)
    {
        var extent = Viewer.Extent;
        // Just inside: the far face already belongs to the voxel behind the last.
        static double Inside(double value, float length) => Math.Clamp(value, 0, Math.Max(0, length * (1 - 1e-6)));
        return new WorldPoint(Inside(point.Z, extent.Z), Inside(point.Y, extent.Y), Inside(point.X, extent.X));
    }

    private void DrawOver(ComparedPane pane, SliceSteps steps)
    {
        var frame = pane.Frame;
        var draw = ImGui.GetWindowDrawList();
        draw.PushClipRect(frame.Area.Min, frame.Area.Max, true);
        if (tools.State.ShowCrosshair)
            Crosshair(draw, frame);
        if (tools.State.ShowScale)
        {
            Overlay.Axes(draw, frame.Area, _camera);
            Overlay.Scale(draw, frame, _camera.MicrometresPerPixel, steps.IsCalibrated);
        }
        foreach (var overlay in tools.State.Overlays)
            overlay.Draw(draw, _touch);
        SideTitle.Voxels(draw, tools.Bench, tools.State.SliceCounts, pane, axis);
        draw.PopClipRect();
    }

    // Each line is the slice across another axis seen from its edge, in that axis' colour.
    private void Crosshair(ImDrawListPtr draw, ViewFrame frame)
    {
        var at = frame.ToWindow(_camera.ToPixel(Viewer.Cursor, frame.Width, frame.Height));
        at = new Vector2(MathF.Floor(at.X) + 0.5f, MathF.Floor(at.Y) + 0.5f);
        var (gap, far) = (Theme.Px(7), frame.Area.Width + frame.Area.Height);
        foreach (var (across, along) in ((Axis, Axis)[])[(_camera.AxisU, _camera.AxisV), (_camera.AxisV, _camera.AxisU)])
        {
            var way = _camera.DirectionOf(along);
            Line(at - (way * far), at - (way * gap), across);
            Line(at + (way * gap), at + (way * far), across);
        }

        void Line(Vector2 from, Vector2 to, Axis across)
        {
            // The dark seam keeps the line apart from a picture of the same colour.
            draw.AddLine(from, to, Theme.U32(Theme.ViewGround, 0.3f), Theme.Px(3));
            draw.AddLine(from, to, Theme.U32(Theme.AxisColor(across), 0.9f), Math.Max(1, Theme.Px(1)));
        }
    }
}
