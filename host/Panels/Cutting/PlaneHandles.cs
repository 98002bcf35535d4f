using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Outlines of the clipping planes and of the plane that the selected layer is shown on, in the 3-D view. The arrow of the one in the hand moves it along its
/// normal, the ball at the arrow's end turns it; with Shift it snaps to the axes.
/// </summary>
internal sealed class PlaneHandles(ViewTools tools) : IViewOverlay
{
    private readonly CuttingState _cutting = tools.Bench.Cutting;
    private (object Plane, Part Part)? _hovered;
    private Grip? _grip;

    private enum Part
    {
        Middle,
        Arrow,
        Ball,
    }

    private Viewer Viewer => tools.Bench.Viewer;

    private static float Length => Theme.Px(74);

    /// <summary>Where the handles of the plane in the hand were drawn last: the middle, and the ball that turns it.</summary>
    public (Vector2 Middle, Vector2 Ball)? Shown { get; private set; }

    public bool Follow(VolumeTouch touch)
    {
        if (_grip is { } grip)
        {
            if (!touch.IsActive)
            {
                _grip = null;
                return true;
            }
            Drag(touch, grip);
            return true;
        }
        _hovered = null;
        if (!touch.IsHovered || Planes().Count == 0)
            return false;
        foreach (var plane in Planes())
        {
            if (PartAt(touch, plane) is not { } part)
                continue;
            _hovered = (plane.Id, part);
            ImGui.SetMouseCursor(ImGuiMouseCursor.Hand);
            if (!ImGui.IsMouseClicked(ImGuiMouseButton.Left))
                return false;
            plane.Select();
            var anchor = AnchorOf(plane).Anchor;
            _grip = new Grip(plane, part, anchor, HandleDrag.Along(touch.RayThrough(touch.Pointer), anchor, plane.Normal), touch.Pointer);
            return true;
        }
        return false;
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        Shown = null;
        foreach (var plane in Planes())
        {
            var (outline, anchor) = AnchorOf(plane);
            var isHeld = _grip?.Plane.Id.Equals(plane.Id) == true;
            var color = plane.IsSelected ? Theme.Accent : Theme.Muted;
            Outline(draw, touch, outline, color, plane.IsSelected ? 2 : 1.2f);
            var (middle, ball) = (touch.ToWindow(anchor).Place, touch.ToWindow(Tip(touch, plane, anchor)).Place);
            var (lit, part) = _hovered is { } hovered && hovered.Plane.Equals(plane.Id) ? (true, hovered.Part) : (isHeld, _grip?.Part ?? Part.Middle);
            if (plane.IsSelected)
            {
                Overlay.Arrow(draw, middle, ball, lit && part == Part.Arrow ? Theme.Text : color);
                Dot(draw, ball, Theme.Px(6), lit && part == Part.Ball ? Theme.Text : Theme.Warning);
                Shown = (middle, ball);
            }
            Dot(draw, middle, Theme.Px(plane.IsSelected ? 5 : 4), lit && part == Part.Middle ? Theme.Text : color);
        }
        if (_grip is null && _hovered is { } over && touch.IsHovered)
            Tip(draw, touch.Pointer, over.Part == Part.Ball ? "Drag to turn the plane; Shift snaps it to the axes" : "Drag to move the plane");
    }

    /// <summary>Writes a hint beside the pointer.</summary>
    internal static void Tip(ImDrawListPtr draw, Vector2 pointer, string text)
    {
        var place = pointer + new Vector2(Theme.Px(16), Theme.Px(14));
        var size = ImGui.CalcTextSize(text);
        // At the right edge of a view the rest of the hint would be cut off.
        place.X = Math.Min(place.X, draw.GetClipRectMax().X - size.X - Theme.Px(8));
        draw.AddRectFilled(place - new Vector2(Theme.Px(5), Theme.Px(3)), place + size + new Vector2(Theme.Px(5), Theme.Px(3)), Theme.U32(Theme.Raised, 0.92f), Theme.Px(4));
        draw.AddText(place, Theme.U32(Theme.Text), text);
    }

    /// <summary>Draws a handle with a dark seam.</summary>
    internal static void Dot(ImDrawListPtr draw, Vector2 place, float radius, Vector4 color)
    {
        draw.AddCircleFilled(place, radius + Theme.Px(1.5f), Theme.U32(Theme.ViewGround, 0.8f));
        draw.AddCircleFilled(place, radius, Theme.U32(color));
    }

    private List<MovablePlane> Planes()
    {
        var planes = new List<MovablePlane>();
        if (!_cutting.ShowHandles)
            return planes;
        var edited = _cutting.Planes;
        for (var index = 0; index < edited.Length; index++)
        {
            var (place, plane) = (index, edited[index]);
            if (plane.IsOn)
            {
                planes.Add(new MovablePlane((_cutting.Owner, place), plane.Point, plane.Normal, place == _cutting.Selected, () => _cutting.Selected = place,
                    (point, normal) => _cutting.Change(place, old => new ClippingPlane(point, normal, old.IsOn))));
            }
        }
        if (Viewer.SelectedLayer is { Depiction: LayerDepiction.Plane, Visible: true } layer)
        {
            var plane = Depictions.PlaneOf(layer);
            planes.Add(new MovablePlane(layer, plane.Point, plane.Normal, true, () => { }, (point, normal) => layer.Plane = new DepictedPlane(point, normal, plane.Thickness)));
        }
        // The one in the hand lies on top, and is tried first.
        return [.. planes.OrderByDescending(plane => plane.IsSelected)];
    }

    private Part? PartAt(VolumeTouch touch, MovablePlane plane)
    {
        var anchor = AnchorOf(plane).Anchor;
        var (middle, ball) = (touch.ToWindow(anchor).Place, touch.ToWindow(Tip(touch, plane, anchor)).Place);
        if (plane.IsSelected && Vector2.Distance(touch.Pointer, ball) < Theme.Px(10))
            return Part.Ball;
        if (Vector2.Distance(touch.Pointer, middle) < Theme.Px(10))
            return Part.Middle;
        return plane.IsSelected && DistanceTo(touch.Pointer, middle, ball) < Theme.Px(6) ? Part.Arrow : null;
    }

    private void Drag(VolumeTouch touch, Grip grip)
    {
        var sight = touch.RayThrough(touch.Pointer);
        if (grip.Part == Part.Ball)
        {
            var radius = Vector3.Distance(grip.Anchor, Tip(touch, grip.Plane, grip.Anchor));
            var normal = HandleDrag.OnBall(sight, grip.Anchor, radius, grip.Normal);
            grip.Normal = normal;
            grip.Plane.Set(grip.Anchor, ImGui.GetIO().KeyShift ? HandleDrag.Snapped(normal) : normal);
            return;
        }
        // A plane seen face on moves with the pointer's way up.
        var moved = HandleDrag.Along(sight, grip.Anchor, grip.Plane.Normal) is { } now && grip.Start is { } start
            ? now - start
            : (grip.Pressed.Y - touch.Pointer.Y) * HandleDrag.MicrometresPerPixel(touch, grip.Anchor);
        // Handles that leave the scene cannot be found again.
        var (low, high) = Reach(grip.Anchor, grip.Plane.Normal);
        grip.Plane.Set(grip.Anchor + (grip.Plane.Normal * Math.Clamp(moved, low, high)), grip.Plane.Normal);
    }

    // How far a plane can move along its normal until it leaves the scene.
    private (float Low, float High) Reach(Vector3 from, Vector3 normal)
    {
        var extent = Viewer.Extent;
        var ways = Enumerable.Range(0, 8).Select(corner => Vector3.Dot((extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2)) - from, normal)).ToList();
        return (Math.Min(0, ways.Min()), Math.Max(0, ways.Max()));
    }

    private (IReadOnlyList<Vector3> Outline, Vector3 Anchor) AnchorOf(MovablePlane plane)
    {
        var outline = PlaneOutline.Of(plane.Point, plane.Normal, Vector3.Zero, Viewer.Extent);
        return (outline, PlaneOutline.Anchor(outline, plane.Point, plane.Normal, Vector3.Zero, Viewer.Extent));
    }

    private static Vector3 Tip(VolumeTouch touch, MovablePlane plane, Vector3 anchor) => anchor + (plane.Normal * (Length * HandleDrag.MicrometresPerPixel(touch, anchor)));

    private static void Outline(ImDrawListPtr draw, VolumeTouch touch, IReadOnlyList<Vector3> outline, Vector4 color, float width)
    {
        for (var corner = 0; corner < outline.Count; corner++)
        {
            var (from, to) = (outline[corner], outline[(corner + 1) % outline.Count]);
            if (!touch.View.Parallel && (touch.View.DepthOf(from) <= 0 || touch.View.DepthOf(to) <= 0))
                continue;
            draw.AddLine(touch.ToWindow(from).Place, touch.ToWindow(to).Place, Theme.U32(Theme.ViewGround, 0.5f), Theme.Px(width + 2));
            draw.AddLine(touch.ToWindow(from).Place, touch.ToWindow(to).Place, Theme.U32(color), Theme.Px(width));
        }
    }

    private static float DistanceTo(Vector2 point, Vector2 from, Vector2 to)
    {
        var along = to - from;
        var share = along.LengthSquared() > 0 ? Math.Clamp(Vector2.Dot(point - from, along) / along.LengthSquared(), 0, 1) : 0;
        return Vector2.Distance(point, from + (along * share));
    }

    /// <summary>What is dragged, and how it was when the button went down.</summary>
    private sealed class Grip(MovablePlane plane, Part part, Vector3 anchor, float? start, Vector2 pressed)
    {
        public MovablePlane Plane { get; } = plane;

        public Part Part { get; } = part;

        public Vector3 Anchor { get; } = anchor;

        public float? Start { get; } = start;

        public Vector2 Pressed { get; } = pressed;

        /// <summary>The normal without snapping, so that the pointer can go back.</summary>
        public Vector3 Normal { get; set; } = plane.Normal;
    }
}
