using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The oblique slice through the crosshair: the picture, the slider along its normal, and what the mouse does there.</summary>
internal sealed class ObliqueView(ViewTools tools) : IDisposable
{
    private static readonly Axis[] Axes = [Axis.Z, Axis.Y, Axis.X];

    private readonly ObliqueCamera _camera = new();
    private readonly SidePictures _pictures = new(tools);
    private int _resets = -1;
    private Vector3 _fittedTo;
    private WheelNotches _wheel;
    private bool _isMoved;
    private PlaneTouch _touch;
    private int _touched;

    private Viewer Viewer => tools.Bench.Viewer;

    public void Draw(ViewCell cell, float density)
    {
        ImGui.PushID("oblique");
        if (ObliqueSteps.Of(Viewer) is { } steps)
        {
            var room = ViewHeader.Draw(tools.Bench, cell, "oblique", Detail(cell, steps), () => (_resets, _isMoved) = (-1, false), (right, top) => AxisButtons(SlabChip.Draw(tools, cell, right, top), top, cell));
            var area = new Rect(room.Min, new Vector2(room.Max.X, Math.Max(room.Min.Y + 1, room.Max.Y - SliceBar.Height)));
            foreach (var pane in ComparedPane.Of(Viewer, area, density).Where(pane => pane.Frame.Area is { Width: >= 8, Height: >= 8 }))
            {
                ImGui.PushID(pane.Index);
                SideTitle.Draw(pane);
                DrawPicture(pane);
                Follow(pane, steps);
                DrawOver(pane, steps);
                ImGui.PopID();
            }
            if (StepSlider.Draw("position", new Rect(new Vector2(room.Min.X, area.Max.Y), room.Max), steps.Index(Viewer.Cursor), steps.Count, Theme.Accent) is { } index)
                Viewer.Cursor = steps.At(Viewer.Cursor, index);
        }
        ImGui.PopID();
    }

    public void Dispose() => _pictures.Dispose();

    private string Detail(ViewCell cell, ObliqueSteps steps) => cell.Area.Width < Theme.Px(560) ? steps.Text(Viewer.Cursor) : $"{steps.Text(Viewer.Cursor)}   {NormalText()}";

    private string NormalText()
    {
        var normal = Viewer.Oblique.Normal;
        return Viewer.Oblique.Across is { } axis ? $"across {Overlay.NameOf(axis)}" : FormattableString.Invariant($"normal z {normal.Z:0.00}, y {normal.Y:0.00}, x {normal.X:0.00}");
    }

    // Small buttons that put the slice back across an axis.
    private float AxisButtons(float right, float top, ViewCell cell)
    {
        if (cell.Area.Width < Theme.Px(260))
            return right;
        var size = Theme.Px(20);
        foreach (var axis in Axes.Reverse())
        {
            right -= size;
            ImGui.SetCursorScreenPos(new Vector2(right, top + Theme.Px(4)));
            ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, Vector2.Zero);
            ImGui.PushStyleColor(ImGuiCol.Button, Vector4.Zero);
            ImGui.PushStyleColor(ImGuiCol.Text, Theme.AxisColor(axis));
            if (ImGui.Button(Overlay.NameOf(axis), new Vector2(size)))
                Viewer.Oblique = PlaneOrientation.AcrossAxis(axis);
            ImGui.PopStyleColor(2);
            ImGui.PopStyleVar();
            Ui.Tooltip(tools.Bench.Keys.Hint($"oblique.across-{Overlay.NameOf(axis)}", $"Put the slice across {Overlay.NameOf(axis)}"));
        }
        return right - Theme.Px(4);
    }

    private void DrawPicture(ComparedPane pane)
    {
        var (frame, extent) = (pane.Frame, Viewer.Extent);
        if (_camera.Orientation != Viewer.Oblique)
            _camera.TurnTo(Viewer.Oblique, Viewer.Cursor);
        // A view that nobody moved keeps showing everything, whatever its size becomes and however it is turned.
        if (_resets != tools.State.Resets || _fittedTo != extent || !_isMoved)
        {
            _camera.Fit(extent, Viewer.Cursor, frame.Width, frame.Height);
            (_resets, _fittedTo, _isMoved) = (tools.State.Resets, extent, false);
        }
        ImGui.GetWindowDrawList().AddRectFilled(frame.Area.Min, frame.Area.Max, Theme.U32(Theme.ViewGround));
        _pictures.Show(pane, (Viewer.Cursor, Viewer.Oblique, _camera.CenterU, _camera.CenterV, _camera.MicrometresPerPixel),
            target => tools.Renderer.DrawSliceView(Viewer, _camera, target, Math.Max(1, Theme.Px(1))));
        tools.State.ObliquePictures.Add(frame.Area);
    }

    private void Follow(ComparedPane pane, ObliqueSteps steps)
    {
        var frame = pane.Frame;
        ImGui.SetCursorScreenPos(frame.Area.Min);
        ImGui.InvisibleButton("picture", frame.Area.Size, ImGuiButtonFlags.MouseButtonLeft | ImGuiButtonFlags.MouseButtonRight | ImGuiButtonFlags.MouseButtonMiddle);
        var io = ImGui.GetIO();
        var pixel = frame.ToPicture(io.MousePos);
        _touch = new PlaneTouch(_camera, frame, Viewer.Cursor, io.MousePos, ImGui.IsItemHovered(), ImGui.IsItemActive());
        if (_touch.IsHovered || _touch.IsActive)
            _touched = pane.Index;
        var isTaken = _touched == pane.Index && tools.State.Overlays.Any(overlay => overlay.Follow(_touch));
        if (_touch.IsHovered)
        {
            (tools.State.Hover, tools.State.KeysAreOblique) = (_touch.Place, true);
            Wheel(io, frame, pixel, steps);
            if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) && !isTaken)
                (_resets, _isMoved) = (-1, false);
        }
        if (!isTaken && _touch.IsActive)
            Drag(io, frame);
    }

    private void Drag(ImGuiIOPtr io, ViewFrame frame)
    {
        var isLeft = ImGui.IsMouseDown(ImGuiMouseButton.Left);
        if (isLeft && io.KeyAlt)
        {
            // As in 3-D: what is seen follows the pointer.
            var perPixel = MathF.PI / Math.Max(1, Math.Min(frame.Area.Width, frame.Area.Height));
            if (io.MouseDelta.X != 0)
                Viewer.Oblique = Viewer.Oblique.Turned(Viewer.Oblique.Down, io.MouseDelta.X * perPixel);
            if (io.MouseDelta.Y != 0)
                Viewer.Oblique = Viewer.Oblique.Turned(Viewer.Oblique.Right, -io.MouseDelta.Y * perPixel);
        }
        else if (isLeft && !io.KeyCtrl && !ImGui.IsKeyDown(ImGuiKey.Space))
        {
            if (!ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left))
                Viewer.Cursor = Within(_touch.Place);
        }
        else if (io.MouseDelta != Vector2.Zero)
        {
            _camera.Pan(io.MouseDelta.X * frame.Density, io.MouseDelta.Y * frame.Density);
            _isMoved = true;
        }
    }

    // The crosshair stays in the scene, and on the slice.
    private WorldPoint Within(WorldPoint place) => ObliqueSteps.Of(Viewer)?.Moved(place, 0) ?? place;

    private void Wheel(ImGuiIOPtr io, ViewFrame frame, Vector2 pixel, ObliqueSteps steps)
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

    private void DrawOver(ComparedPane pane, ObliqueSteps steps)
    {
        var (draw, frame) = (ImGui.GetWindowDrawList(), pane.Frame);
        draw.PushClipRect(frame.Area.Min, frame.Area.Max, true);
        if (tools.State.ShowCrosshair)
            Crosshair(draw);
        if (tools.State.ShowScale)
            Overlay.Scale(draw, frame, _camera.MicrometresPerPixel, steps.IsCalibrated);
        foreach (var overlay in tools.State.Overlays)
            overlay.Draw(draw, _touch);
        SideTitle.Voxels(draw, tools.Bench, tools.State.SliceCounts, pane, axis: null);
        draw.PopClipRect();
    }

    // Each line is where the slice across an axis meets this one, in that axis' colour.
    private void Crosshair(ImDrawListPtr draw)
    {
        var (at, area) = (_touch.ToWindow(Viewer.Cursor), _touch.Frame.Area);
        var cursor = Viewer.Cursor.ToVector3();
        foreach (var axis in Axes)
        {
            if (PlaneCut.Trace(cursor, _camera.Orientation.Normal, SliceCamera.Unit(axis)) is not { } trace)
                continue;
            var along = new Vector2(Vector3.Dot(trace.Direction, _camera.Right), Vector3.Dot(trace.Direction, _camera.Down));
            var (gap, far) = (along * Theme.Px(7), along * (area.Width + area.Height));
            foreach (var sign in new[] { 1, -1 })
            {
                draw.AddLine(at + (gap * sign), at + (far * sign), Theme.U32(Theme.ViewGround, 0.3f), Theme.Px(3));
                draw.AddLine(at + (gap * sign), at + (far * sign), Theme.U32(Theme.AxisColor(axis), 0.9f), Math.Max(1, Theme.Px(1)));
            }
        }
    }
}
