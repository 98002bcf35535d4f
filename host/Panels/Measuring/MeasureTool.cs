using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws a new measurement of one kind: point by point with clicks, or the first two with a drag. Shift keeps lines to steps of 45° and regions to equal sides.</summary>
internal sealed class MeasureTool(ViewTools tools, MeasurementKind kind) : IViewOverlay
{
    // Closer together than this, pressing and letting go is a click.
    private const float ClickDistance = 4;

    private Vector2? _pressedAt;
    private Axis? _pressedIn;
    private bool _isClick;

    private MeasureDesk Desk => tools.Bench.Measures;

    private bool IsFlat => kind is MeasurementKind.Rectangle or MeasurementKind.Ellipse or MeasurementKind.Box;

    public bool Follow(SliceTouch touch)
    {
        var isStraight = ImGui.GetIO().KeyShift;
        if (_pressedAt is { } from && _pressedIn == touch.Axis)
        {
            // Not where the button came up: when frames are slow, the pointer may be far away by then.
            if (touch.IsActive && ImGui.IsMouseDown(ImGuiMouseButton.Left))
            {
                // What this press ended is no longer there; the pointer is held until the button comes up all the same.
                Desk.Draft?.Follow(touch.Place, isStraight);
                _isClick &= Vector2.Distance(from, touch.Pointer) < Theme.Px(ClickDistance);
                return true;
            }
            _pressedAt = null;
            if (!_isClick && Desk.Draft is { } drawn && drawn.Fix())
                Desk.Finish();
            return true;
        }
        if (!touch.IsHovered)
            return false;
        if (Desk.Draft is { } draft && draft.Plane == touch.Axis)
            draft.Follow(touch.Place, isStraight);
        if (!ImGui.IsItemActivated() || !ImGui.IsMouseClicked(ImGuiMouseButton.Left))
            return false;
        (_pressedAt, _pressedIn, _isClick) = (touch.Pointer, touch.Axis, true);
        if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) && Desk.Draft is { CanFinish: true })
        {
            Desk.Finish();
            return true;
        }
        if (Desk.Draft is null || Desk.Draft.Plane != touch.Axis || Desk.Draft.Kind != kind)
        {
            Desk.Chosen = null;
            Desk.Draft = new MeasureDraft(kind, touch.Axis, touch.Place);
        }
        else if (Desk.Draft.Fix())
        {
            Desk.Finish();
        }
        return true;
    }

    // In 3-D a click is a point of what is seen there; a drag turns the view as always.
    public bool Follow(VolumeTouch touch)
    {
        if (IsFlat)
            return false;
        if (ImGui.IsItemActivated() && ImGui.IsMouseClicked(ImGuiMouseButton.Left) && !ImGui.GetIO().KeyShift)
            (_pressedAt, _pressedIn, _isClick) = (touch.Pointer, null, true);
        if (_pressedAt is not { } from || _pressedIn is not null)
            return false;
        _isClick &= Vector2.Distance(from, touch.Pointer) < Theme.Px(ClickDistance);
        if (ImGui.IsMouseDown(ImGuiMouseButton.Left))
            return false;
        _pressedAt = null;
        if (!_isClick || touch.Pick(from) is not { } place)
            return _isClick;
        if (Desk.Draft is null || Desk.Draft.Plane is not null || Desk.Draft.Kind != kind)
        {
            Desk.Chosen = null;
            Desk.Draft = new MeasureDraft(kind, null, place);
            return true;
        }
        Desk.Draft.Follow(place, isStraight: false);
        if (Desk.Draft.Fix())
            Desk.Finish();
        return true;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (Desk.Draft is not { } draft || draft.Plane != touch.Axis)
            return;
        var outline = MeasureDrawing.Outline(draft.Points, kind, draft.Plane, touch.Axis, touch.ToWindow);
        MeasureDrawing.Outline(draw, outline, IsFlat, Theme.Accent, 1, isChosen: true);
        if (!IsFlat)
            MeasureDrawing.Ends(draw, outline, kind, Theme.Accent, 1);
        var (least, most) = Measurement.PointsOf(kind);
        if (draft.Points.Count < least || draft.Points.Count > most)
            return;
        var measurement = new Measurement(kind == MeasurementKind.Box ? MeasurementKind.Rectangle : kind, [.. draft.Points], draft.Plane);
        if (kind == MeasurementKind.Angle)
            MeasureDrawing.Arc(draw, outline, Theme.Accent, 1);
        MeasureDrawing.Tag(draw, touch.Frame.Area, outline, kind, MeasureText.Short(measurement, Desk.IsCalibrated), Theme.Accent, []);
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        if (Desk.Draft is not { Plane: null } draft)
            return;
        var places = draft.Standing.Select(point => touch.ToWindow(point.ToVector3()).Place).ToList();
        if (touch.IsHovered)
            places.Add(touch.Pointer);
        MeasureDrawing.Outline(draw, places, isClosed: false, Theme.Accent, 0.8f, isChosen: true);
        MeasureDrawing.Ends(draw, places, MeasurementKind.Path, Theme.Accent, 1);
    }
}
