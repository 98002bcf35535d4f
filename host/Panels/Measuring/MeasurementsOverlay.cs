using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws the measurements over the views, and lets them be chosen, moved and changed by their handles.</summary>
internal sealed class MeasurementsOverlay(ViewTools tools) : IViewOverlay
{
    // From so near a handle, or a line, is taken.
    private const float HandleReach = 8, LineReach = 5, Faint = 0.3f;

    private Grip? _grip;
    private Axis? _hotIn;
    private Vector2? _hot;

    private MeasureDesk Desk => tools.Bench.Measures;

    private MeasurementList List => tools.Bench.Viewer.Measurements;

    private bool IsFree => Desk.Draft is null && (Desk.IsToolTaken || tools.Bench.Hand.Tool == ToolTable.Navigate);

    public bool Follow(SliceTouch touch)
    {
        if (_hotIn == touch.Axis)
            (_hotIn, _hot) = (null, null);
        if (_grip is { } held && held.Across == touch.Axis)
            return Drag(held, touch);
        if (!touch.IsHovered || !IsFree)
            return false;
        var isPressed = ImGui.IsItemActivated() && ImGui.IsMouseClicked(ImGuiMouseButton.Left);
        if (Find(touch) is { } found)
        {
            ImGui.SetMouseCursor(found.Handle < 0 ? ImGuiMouseCursor.ResizeAll : ImGuiMouseCursor.Hand);
            if (found.Handle >= 0)
                (_hotIn, _hot) = (touch.Axis, touch.ToWindow(ShapeHandles.Of(found.Original, touch.Axis, touch.Cursor)[found.Handle]));
            if (!isPressed)
                return false;
            Desk.Chosen = found.Original;
            _grip = found;
            return true;
        }
        if (isPressed)
            Desk.Chosen = null;
        return false;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        var (chosen, tags) = (Desk.Chosen, new List<Rect>());
        foreach (var measurement in List.Where(item => item.Visible))
        {
            var opacity = OpacityIn(measurement, touch);
            if (opacity > 0)
                Draw(draw, touch, measurement, opacity, measurement.Id == chosen?.Id, tags);
        }
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        var tags = new List<Rect>();
        foreach (var measurement in List.Where(item => item.Visible))
        {
            var (color, isChosen) = (Theme.Of(measurement.Color), measurement.Id == Desk.Chosen?.Id);
            var places = new List<Vector2>();
            foreach (var (from, to) in Edges3D(measurement))
            {
                var (one, isOne) = touch.ToWindow(from);
                var (other, isOther) = touch.ToWindow(to);
                if (!isOne || !isOther)
                    continue;
                MeasureDrawing.Outline(draw, [one, other], isClosed: false, color, isChosen ? 1 : 0.8f, isChosen);
                places.Add(one);
                places.Add(other);
            }
            if (places.Count == 0)
                continue;
            if (!measurement.IsRegion)
                MeasureDrawing.Ends(draw, places, MeasurementKind.Path, color, 1);
            var tagged = measurement.Kind == MeasurementKind.Angle && places.Count == 4 ? [places[0], places[1], places[3]] : places;
            MeasureDrawing.Tag(draw, touch.Frame.Area, tagged, measurement.Kind, MeasureText.Short(measurement, Desk.IsCalibrated), color, tags);
        }
    }

    private bool Drag(Grip held, SliceTouch touch)
    {
        if (!touch.IsActive || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            _grip = null;
            return true;
        }
        // A click that only chooses changes nothing, not even by rounding.
        if (touch.Pointer == held.Pointer && !held.IsMoved)
            return true;
        _grip = held with { IsMoved = true };
        var now = List.Find(held.Original.Id);
        if (now is null)
        {
            _grip = null;
            return true;
        }
        var isStraight = ImGui.GetIO().KeyShift;
        var moved = held.Handle >= 0
            ? ShapeHandles.Drag(held.Original, touch.Axis, held.Handle, touch.Place, isStraight)
            : ShapeHandles.Move(held.Original, held.Place.With(touch.Axis, 0), (isStraight ? ShapeHandles.Straight(held.Place, touch.Place, touch.Axis) : touch.Place).With(touch.Axis, 0));
        List.Replace(now with { Points = moved.Points });
        if (held.Handle >= 0)
            (_hotIn, _hot) = (touch.Axis, touch.Pointer);
        return true;
    }

    // The chosen one's handles first, then all handles, then lines; of those drawn last the topmost.
    private Grip? Find(SliceTouch touch)
    {
        var chosen = Desk.Chosen;
        var shown = List.Where(item => item.Visible && IsOn(item, touch)).Reverse().OrderByDescending(item => item.Id == chosen?.Id).ToList();
        foreach (var measurement in shown)
        {
            var handles = ShapeHandles.Of(measurement, touch.Axis, touch.Cursor);
            var near = -1;
            var least = Theme.Px(HandleReach);
            for (var handle = 0; handle < handles.Count; handle++)
            {
                var distance = Vector2.Distance(touch.Pointer, touch.ToWindow(handles[handle]));
                if (distance <= least)
                    (near, least) = (handle, distance);
            }
            if (near >= 0)
                return new Grip(measurement, near, touch.Axis, touch.Pointer, touch.Place, false);
        }
        foreach (var measurement in shown)
        {
            var outline = OutlineOf(measurement, touch);
            var last = measurement.IsRegion ? outline.Count : outline.Count - 1;
            for (var index = 0; index < last; index++)
            {
                if (DistanceTo(touch.Pointer, outline[index], outline[(index + 1) % outline.Count]) <= Theme.Px(LineReach))
                    return new Grip(measurement, -1, touch.Axis, touch.Pointer, touch.Place, false);
            }
        }
        return null;
    }

    private void Draw(ImDrawListPtr draw, SliceTouch touch, Measurement measurement, float opacity, bool isChosen, List<Rect> tags)
    {
        var (outline, color) = (OutlineOf(measurement, touch), Theme.Of(measurement.Color) with { W = 1 });
        if (measurement.Kind == MeasurementKind.Profile && measurement.Width > 1 && measurement.Plane == touch.Axis)
            MeasureDrawing.Band(draw, outline[0], outline[1], HalfBand(measurement, touch), color, opacity);
        MeasureDrawing.Outline(draw, outline, measurement.IsRegion, color, opacity, isChosen);
        if (!measurement.IsRegion)
            MeasureDrawing.Ends(draw, outline, measurement.Kind, color, opacity);
        if (measurement.Kind == MeasurementKind.Angle)
            MeasureDrawing.Arc(draw, outline, color, opacity);
        if (opacity >= 1)
            MeasureDrawing.Tag(draw, touch.Frame.Area, outline, measurement.Kind, MeasureText.Short(measurement, Desk.IsCalibrated), color, tags);
        if (opacity >= 1 && (isChosen || (_hotIn == touch.Axis && _hot is not null)))
            MeasureDrawing.Handles(draw, ShapeHandles.Of(measurement, touch.Axis, touch.Cursor).Select(touch.ToWindow), color, _hotIn == touch.Axis ? _hot : null);
    }

    private static IReadOnlyList<Vector2> OutlineOf(Measurement measurement, SliceTouch touch) =>
        MeasureDrawing.Outline(measurement.Points, measurement.Kind, measurement.Plane, touch.Axis, touch.ToWindow);

    private bool IsOn(Measurement measurement, SliceTouch touch) =>
        (measurement.Kind is MeasurementKind.Rectangle or MeasurementKind.Ellipse ? measurement.Plane == touch.Axis : true)
        && MeasureDrawing.IsOn(measurement.Points, measurement.Kind, touch.Axis, touch.Cursor, SliceSteps.Reference(tools.Bench.Viewer)?.Spacing.Along(touch.Axis) ?? 1);

    // Full on its own slice; faint on others of the same direction, and where the slice cuts through it.
    private float OpacityIn(Measurement measurement, SliceTouch touch)
    {
        if (IsOn(measurement, touch))
            return 1;
        if (!Desk.ShowElsewhere || measurement.Kind == MeasurementKind.Box)
            return 0;
        if (measurement.Plane == touch.Axis || measurement.Plane is null)
            return Faint;
        var at = touch.Cursor.Along(touch.Axis);
        var (low, high) = ShapeHandles.Corners(measurement);
        return at >= low.Along(touch.Axis) && at <= high.Along(touch.Axis) ? Faint : 0;
    }

    // Half of the band in pixels of the window: so many steps of a voxel across the line.
    private float HalfBand(Measurement measurement, SliceTouch touch)
    {
        if (SliceSteps.Reference(tools.Bench.Viewer) is not { } layer)
            return 0;
        var (right, down) = (ShapeHandles.RightOf(touch.Axis), ShapeHandles.DownOf(touch.Axis));
        var (u, v) = (measurement.Points[1].Along(right) - measurement.Points[0].Along(right), measurement.Points[1].Along(down) - measurement.Points[0].Along(down));
        var length = Math.Sqrt((u * u) + (v * v));
        if (length == 0)
            return 0;
        var step = 1 / Math.Sqrt(Math.Pow(v / length / layer.Spacing.Along(right), 2) + Math.Pow(u / length / layer.Spacing.Along(down), 2));
        return (float)(measurement.Width * step / 2 / touch.Camera.MicrometresPerPixel / touch.Frame.Density);
    }

    private static IEnumerable<(Vector3 From, Vector3 To)> Edges3D(Measurement measurement)
    {
        if (!measurement.IsRegion)
            return measurement.Points.Zip(measurement.Points.Skip(1), (from, to) => (from.ToVector3(), to.ToVector3()));
        var (low, high) = ShapeHandles.Corners(measurement);
        var (least, size) = (low.ToVector3(), high.ToVector3() - low.ToVector3());
        if (measurement.Kind == MeasurementKind.Ellipse && measurement.Plane is { } across)
        {
            var (right, down) = (Unit(ShapeHandles.RightOf(across)) * size / 2, Unit(ShapeHandles.DownOf(across)) * size / 2);
            var ring = Enumerable.Range(0, 49).Select(corner => MathF.SinCos(MathF.Tau * corner / 48) is var (sin, cos) ? least + (size / 2) + (right * cos) + (down * sin) : default).ToList();
            return ring.Zip(ring.Skip(1));
        }
        Vector3 Corner(int corner) => least + (size * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2));
        return from corner in Enumerable.Range(0, 8)
               from bit in new[] { 1, 2, 4 }
               where (corner & bit) == 0 && (Corner(corner) - Corner(corner | bit)).LengthSquared() > 0
               select (Corner(corner), Corner(corner | bit));
    }

    private static Vector3 Unit(Axis axis) => axis switch { Axis.X => Vector3.UnitX, Axis.Y => Vector3.UnitY, _ => Vector3.UnitZ };

    private static float DistanceTo(Vector2 point, Vector2 from, Vector2 to)
    {
        var along = to - from;
        var share = along.LengthSquared() > 0 ? Math.Clamp(Vector2.Dot(point - from, along) / along.LengthSquared(), 0, 1) : 0;
        return Vector2.Distance(point, from + (along * share));
    }

    private sealed record Grip(Measurement Original, int Handle, Axis Across, Vector2 Pointer, WorldPoint Place, bool IsMoved);
}
