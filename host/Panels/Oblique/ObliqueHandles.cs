using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// The oblique slice as the other views see it: a line in slices, which can be dragged, with two round handles that turn it, and its outline in 3-D with an
/// arrow along its normal that can be dragged by its tip.
/// </summary>
internal sealed class ObliqueHandles(ViewTools tools) : IViewOverlay
{
    private (Rect Area, Held What)? _held;

    private enum Held
    {
        Line,
        Handle,
        OtherHandle,
        Tip,
    }

    private Viewer Viewer => tools.Bench.Viewer;

    private bool IsShown => Viewer.Layout == ViewLayout.Oblique && SliceSteps.Reference(Viewer) is not null;

    private Vector3 Cursor => Viewer.Cursor.ToVector3();

    public bool Follow(SliceTouch touch)
    {
        if (!IsShown || LineIn(touch) is not { } line)
            return false;
        var near = Near(line, touch);
        return Follow(touch.Frame.Area, near, touch.IsHovered, touch.IsActive, held =>
        {
            if (held == Held.Line)
                MoveTo(touch, line);
            else
                TurnTo(touch, held);
        });
    }

    public bool Follow(VolumeTouch touch)
    {
        if (!IsShown)
            return false;
        var (place, isVisible) = touch.ToWindow(Tip());
        var near = isVisible && Vector2.Distance(place, touch.Pointer) <= Theme.Px(9) ? Held.Tip : (Held?)null;
        return Follow(touch.Frame.Area, near, touch.IsHovered, touch.IsActive, _ => PointTo(touch.RayThrough(touch.Pointer)));
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (!IsShown || LineIn(touch) is not { } line)
            return;
        var near = _held?.Area == touch.Frame.Area ? _held?.What : touch.IsHovered ? Near(line, touch) : null;
        var far = line.Along * (touch.Frame.Area.Width + touch.Frame.Area.Height);
        Stroke(draw, line.Center - far, line.Center + far, near == Held.Line);
        foreach (var (sign, held) in new[] { (1, Held.Handle), (-1, Held.OtherHandle) })
        {
            var place = line.Center + (line.Along * line.Reach * sign);
            draw.AddCircleFilled(place, Theme.Px(near == held ? 7 : 6), Theme.U32(Theme.ViewGround, 0.8f));
            draw.AddCircleFilled(place, Theme.Px(near == held ? 6 : 4.5f), Theme.U32(near == held ? Theme.Text : Theme.Accent));
        }
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        if (!IsShown)
            return;
        var corners = PlaneCut.OfBox(Viewer.Extent, Cursor, Viewer.Oblique.Normal);
        for (var i = 0; i < corners.Count; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Count]);
            if (touch.View.Parallel || (touch.View.DepthOf(from) > 0 && touch.View.DepthOf(to) > 0))
                Stroke(draw, touch.ToWindow(from).Place, touch.ToWindow(to).Place, isBright: false);
        }
        var (foot, tip) = (touch.ToWindow(Cursor), touch.ToWindow(Tip()));
        if (!foot.IsVisible || !tip.IsVisible)
            return;
        var isNear = _held?.What == Held.Tip || (touch.IsHovered && Vector2.Distance(tip.Place, touch.Pointer) <= Theme.Px(9));
        Overlay.Arrow(draw, foot.Place, tip.Place, isNear ? Theme.Text : Theme.Accent);
        draw.AddCircleFilled(tip.Place, Theme.Px(isNear ? 6 : 4.5f), Theme.U32(isNear ? Theme.Text : Theme.Accent));
    }

    private static void Stroke(ImDrawListPtr draw, Vector2 from, Vector2 to, bool isBright)
    {
        draw.AddLine(from, to, Theme.U32(Theme.ViewGround, 0.5f), Theme.Px(4));
        draw.AddLine(from, to, Theme.U32(isBright ? Theme.Text : Theme.Accent), Theme.Px(isBright ? 2 : 1.5f));
    }

    private static Held? Near((Vector2 Center, Vector2 Along, float Reach) line, SliceTouch touch)
    {
        var from = touch.Pointer - line.Center;
        foreach (var (sign, held) in new[] { (1, Held.Handle), (-1, Held.OtherHandle) })
        {
            if (Vector2.Distance(from, line.Along * line.Reach * sign) <= Theme.Px(9))
                return held;
        }
        // Near the crosshair the click is the crosshair's.
        var aside = Math.Abs((from.X * line.Along.Y) - (from.Y * line.Along.X));
        return aside <= Theme.Px(4) && from.Length() > Theme.Px(14) ? Held.Line : null;
    }

    private bool Follow(Rect area, Held? near, bool isHovered, bool isActive, Action<Held> drag)
    {
        if (isHovered && near is { } grabbed && ImGui.IsMouseClicked(ImGuiMouseButton.Left) && !ImGui.GetIO().KeyShift)
            _held = (area, grabbed);
        if (_held is null && isHovered && near is not null)
            ImGui.SetMouseCursor(ImGuiMouseCursor.Hand);
        if (_held is not { } held || held.Area != area)
            return false;
        if (!isActive || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            _held = null;
            return true;
        }
        ImGui.SetMouseCursor(ImGuiMouseCursor.Hand);
        if (ImGui.GetIO().MouseDelta != Vector2.Zero)
            drag(held.What);
        return true;
    }

    // The line in which the two slices meet, in the window: its middle, its direction, and how far from the middle the handles are.
    private (Vector2 Center, Vector2 Along, float Reach)? LineIn(SliceTouch touch)
    {
        if (PlaneCut.Trace(Cursor, Viewer.Oblique.Normal, SliceCamera.Unit(touch.Axis)) is not { } trace)
            return null;
        var along = Vector2.Normalize(new Vector2(Vector3.Dot(trace.Direction, touch.Camera.Right), Vector3.Dot(trace.Direction, touch.Camera.Down)));
        return (touch.ToWindow(Viewer.Cursor), along, Math.Min(touch.Frame.Area.Width, touch.Frame.Area.Height) * 0.3f);
    }

    private void MoveTo(SliceTouch touch, (Vector2 Center, Vector2 Along, float Reach) line)
    {
        var aside = new Vector2(-line.Along.Y, line.Along.X);
        var wanted = line.Center + (aside * Vector2.Dot(touch.Pointer - line.Center, aside));
        var (place, extent) = (touch.ToWorld(wanted), Viewer.Extent);
        static double Inside(double value, float length) => Math.Clamp(value, 0, Math.Max(0, length * (1 - 1e-6)));
        Viewer.Cursor = new WorldPoint(Inside(place.Z, extent.Z), Inside(place.Y, extent.Y), Inside(place.X, extent.X));
    }

    // About the axis of the slice in which the handle is dragged, so that the line goes through the pointer.
    private void TurnTo(SliceTouch touch, Held held)
    {
        var axis = SliceCamera.Unit(touch.Axis);
        var wanted = touch.Place.ToVector3() - Cursor;
        if (PlaneCut.Trace(Cursor, Viewer.Oblique.Normal, axis) is not { } trace || wanted.Length() < 1e-9f)
            return;
        var now = held == Held.Handle ? trace.Direction : -trace.Direction;
        wanted = Vector3.Normalize(wanted);
        Viewer.Oblique = Viewer.Oblique.Turned(axis, MathF.Atan2(Vector3.Dot(Vector3.Cross(now, wanted), axis), Vector3.Dot(now, wanted)));
    }

    private Vector3 Tip() => Cursor - (Viewer.Oblique.Normal * Radius());

    private float Radius() => Math.Max(Viewer.Extent.X, Math.Max(Viewer.Extent.Y, Viewer.Extent.Z)) * 0.35f;

    // The tip moves on a sphere about the crosshair, on the side of the viewer; past its edge it follows the edge.
    private void PointTo(Ray ray)
    {
        var (radius, direction) = (Radius(), Vector3.Normalize(ray.Direction));
        var nearest = Vector3.Dot(Cursor - ray.Origin, direction);
        var aside = ray.Origin + (direction * nearest) - Cursor;
        var inside = (radius * radius) - aside.LengthSquared();
        var to = inside > 0 ? aside - (direction * MathF.Sqrt(inside)) : aside;
        var (now, wanted) = (-Viewer.Oblique.Normal, Vector3.Normalize(to));
        var axis = Vector3.Cross(now, wanted);
        if (axis.Length() > 1e-6f)
            Viewer.Oblique = Viewer.Oblique.Turned(axis, MathF.Atan2(axis.Length(), Vector3.Dot(now, wanted)));
    }
}
