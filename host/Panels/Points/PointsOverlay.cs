using System.Collections.Immutable;
using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Shows which points are selected, and lets the tools for points add, select and move them in the views.</summary>
internal sealed class PointsOverlay(ViewTools tools) : IViewOverlay
{
    // From so near its middle a point is taken, if it is not larger; a press that goes farther than this is a drag.
    private const float Reach = 7, ClickDistance = 4;

    // Which view holds the pointer: an axis across slices, or one of these.
    private static readonly object Oblique = new(), Volume = new();

    private Held? _held;

    private PointsDesk Desk => tools.Bench.Points;

    private bool Adds => tools.Bench.Hand.Tool == PointsTools.Add;

    public bool Follow(SliceTouch touch) => Follow(new Look(touch.Axis, touch.Pointer, touch.IsHovered, touch.IsActive, SeenIn(touch), _ => InTheMiddle(touch), (_, window) => touch.ToWorld(window).ToVector3()));

    public bool Follow(PlaneTouch touch) => Follow(new Look(Oblique, touch.Pointer, touch.IsHovered, touch.IsActive, SeenIn(touch), _ => touch.Place, (_, window) =>
    {
        var pixel = touch.Frame.ToPicture(window);
        return touch.Camera.ToWorld(pixel.X, pixel.Y, touch.Frame.Width, touch.Frame.Height, touch.Cursor).ToVector3();
    }));

    // A point in 3-D moves as far from the eye as it is.
    public bool Follow(VolumeTouch touch) => Follow(new Look(Volume, touch.Pointer, touch.IsHovered, touch.IsActive, SeenIn(touch), touch.Pick,
        (place, window) => touch.RayThrough(window).At(touch.View.DepthOf(place))));

    public void Draw(ImDrawListPtr draw, SliceTouch touch) => Draw(draw, touch.Axis, SeenIn(touch));

    public void Draw(ImDrawListPtr draw, PlaneTouch touch) => Draw(draw, Oblique, SeenIn(touch));

    public void Draw(ImDrawListPtr draw, VolumeTouch touch) => Draw(draw, Volume, SeenIn(touch));

    // In the middle of the slice that is shown. The crosshair goes there too, so that the smallest point is cut by it.
    private WorldPoint InTheMiddle(SliceTouch touch)
    {
        var (viewer, place) = (tools.Bench.Viewer, touch.Place);
        if (SliceSteps.Of(viewer, touch.Axis) is not { } steps)
            return place;
        viewer.Cursor = steps.At(viewer.Cursor, steps.Index(viewer.Cursor));
        return steps.At(place, steps.Index(place));
    }

    // Where a point's ball is cut, and how large: nothing where the slice does not cut it.
    private Func<Vector3, Seen?> SeenIn(SliceTouch touch)
    {
        var (half, at, perPixel) = (HalfSize, touch.Cursor.Along(touch.Axis), touch.Camera.MicrometresPerPixel * touch.Frame.Density);
        return place => Cut(touch.ToWindow(WorldPoint.Of(place)), (float)(WorldPoint.Of(place).Along(touch.Axis) - at), half, (float)perPixel);
    }

    private Func<Vector3, Seen?> SeenIn(PlaneTouch touch)
    {
        var (half, cursor, normal, perPixel) = (HalfSize, touch.Cursor.ToVector3(), touch.Camera.Orientation.Normal, touch.Camera.MicrometresPerPixel * touch.Frame.Density);
        return place => Cut(touch.ToWindow(WorldPoint.Of(place)), Vector3.Dot(place - cursor, normal), half, (float)perPixel);
    }

    private Func<Vector3, Seen?> SeenIn(VolumeTouch touch)
    {
        var half = HalfSize;
        return place =>
        {
            var (window, isVisible) = touch.ToWindow(place);
            var depth = touch.View.DepthOf(place);
            return isVisible ? new Seen(window, half / Math.Max(1e-12f, touch.View.MicrometresPerPixelAt(depth) * touch.Frame.Density), depth) : null;
        };
    }

    private float HalfSize => (Desk.Target?.Size ?? 0) / 2;

    private static Seen? Cut(Vector2 window, float away, float half, float perPixel) =>
        Math.Abs(away) < half ? new Seen(window, MathF.Sqrt((half * half) - (away * away)) / perPixel, 0) : null;

    private void Draw(ImDrawListPtr draw, object view, Func<Vector3, Seen?> seen)
    {
        if (Desk.Target is { Visible: true } layer)
        {
            foreach (var index in Desk.Selected)
            {
                if (seen(layer.Positions[index]) is { } shown)
                    Ring(draw, shown);
            }
        }
        if (_held is not { Kind: Grip.Rectangle } held || !held.View.Equals(view))
            return;
        var (low, high) = (Vector2.Min(held.From, held.To), Vector2.Max(held.From, held.To));
        draw.AddRectFilled(low, high, Theme.U32(Theme.Accent, 0.15f));
        draw.AddRect(low, high, Theme.U32(Theme.Accent), 0, ImDrawFlags.None, Math.Max(1, Theme.Px(1.2f)));
    }

    // Dark around light, so that it is seen on any ground.
    private static void Ring(ImDrawListPtr draw, Seen shown)
    {
        var radius = Math.Max(shown.Radius, Theme.Px(2)) + Theme.Px(3);
        draw.AddCircle(shown.Place, radius, Theme.U32(new Vector4(0, 0, 0, 0.8f)), 0, Theme.Px(4));
        draw.AddCircle(shown.Place, radius, Theme.U32(Theme.Accent), 0, Theme.Px(2));
    }

    private bool Follow(Look look)
    {
        if (_held is { } held && held.View.Equals(look.View))
            return Hold(held, look);
        if (!Desk.IsToolTaken || !look.IsHovered)
            return false;
        var found = Find(look);
        if (found is not null)
            ImGui.SetMouseCursor(ImGuiMouseCursor.Hand);
        if (!ImGui.IsItemActivated() || !ImGui.IsMouseClicked(ImGuiMouseButton.Left) || ImGui.GetIO().KeyCtrl)
            return false;
        return found is { } index ? Take(index, look) : PressBeside(look);
    }

    private bool Take(int index, Look look)
    {
        if (ImGui.GetIO().KeyShift)
            Desk.Toggle(index);
        else if (!Desk.IsSelected(index))
            Desk.Select([index]);
        var places = Desk.Target!.Positions;
        _held = new Held(Grip.Move, look.View, look.Pointer, look.Pointer) { Origin = places, Place = places[index], IsMoved = false };
        return true;
    }

    private bool PressBeside(Look look)
    {
        var isVolume = ReferenceEquals(look.View, Volume);
        // In 3-D a drag turns the scene, as without the tool.
        var kind = !isVolume && Adds ? Grip.Nothing : isVolume && (Adds || !ImGui.GetIO().KeyShift) ? Grip.Click : Grip.Rectangle;
        _held = new Held(kind, look.View, look.Pointer, look.Pointer) { Before = ImGui.GetIO().KeyShift ? [.. Desk.Selected] : [] };
        if (kind == Grip.Nothing && look.ToAdd(look.Pointer) is { } place)
            Desk.Add(place);
        return kind != Grip.Click;
    }

    private bool Hold(Held held, Look look)
    {
        var isOver = !look.IsActive || !ImGui.IsMouseDown(ImGuiMouseButton.Left);
        var isFar = Vector2.Distance(held.From, look.Pointer) > Theme.Px(ClickDistance);
        _held = isOver ? null : held with { To = look.Pointer, IsMoved = held.IsMoved || isFar };
        switch (held.Kind)
        {
            case Grip.Move when !isOver && (held.IsMoved || isFar):
                ImGui.SetMouseCursor(ImGuiMouseCursor.ResizeAll);
                Desk.MoveSelected(held.Origin, look.Drag(held.Place, look.Pointer) - look.Drag(held.Place, held.From));
                return true;
            case Grip.Rectangle:
                Desk.Select(held.Before.Concat(Within(look, Vector2.Min(held.From, look.Pointer), Vector2.Max(held.From, look.Pointer))));
                return true;
            case Grip.Click when isOver && !held.IsMoved:
                if (!Adds)
                    Desk.Select(held.Before);
                else if (look.ToAdd(held.From) is { } place)
                    Desk.Add(place);
                return Adds;
            case Grip.Click:
                return false;
            default:
                return true;
        }
    }

    // Of several the one nearest to the pointer; in 3-D of those that cover each other the one nearest to the eye.
    private int? Find(Look look)
    {
        if (Desk.Target is not { Visible: true } layer)
            return null;
        var (best, least) = ((int?)null, (Depth: float.MaxValue, Distance: float.MaxValue));
        for (var index = 0; index < layer.Positions.Length; index++)
        {
            if (look.Seen(layer.Positions[index]) is not { } seen)
                continue;
            var distance = Vector2.Distance(seen.Place, look.Pointer);
            if (distance <= Math.Max(seen.Radius, Theme.Px(Reach)) && (seen.Depth, distance).CompareTo(least) < 0)
                (best, least) = (index, (seen.Depth, distance));
        }
        return best;
    }

    private IEnumerable<int> Within(Look look, Vector2 low, Vector2 high)
    {
        var places = Desk.Target is { Visible: true } layer ? layer.Positions : [];
        for (var index = 0; index < places.Length; index++)
        {
            if (look.Seen(places[index]) is { } seen && Vector2.Clamp(seen.Place, low, high) == seen.Place)
                yield return index;
        }
    }

    private enum Grip
    {
        // The press has done what it does.
        Nothing,
        Click,
        Move,
        Rectangle,
    }

    /// <param name="Place">In the window.</param>
    /// <param name="Radius">Pixels of the window.</param>
    /// <param name="Depth">How far from the eye.</param>
    private readonly record struct Seen(Vector2 Place, float Radius, float Depth);

    /// <param name="View">Tells it from the other views.</param>
    /// <param name="Pointer">In the window.</param>
    /// <param name="IsHovered">Whether the pointer is over it.</param>
    /// <param name="IsActive">Whether a button that went down in it is held.</param>
    /// <param name="Seen">How a place in the world, (x, y, z), is seen; null where it is not.</param>
    /// <param name="ToAdd">The place in the world for a point that is added at a place in the window.</param>
    /// <param name="Drag">The place under the pointer, as far away as a place that is dragged.</param>
    private readonly record struct Look(
        object View, Vector2 Pointer, bool IsHovered, bool IsActive, Func<Vector3, Seen?> Seen, Func<Vector2, WorldPoint?> ToAdd, Func<Vector3, Vector2, Vector3> Drag);

    private sealed record Held(Grip Kind, object View, Vector2 From, Vector2 To)
    {
        public ImmutableArray<Vector3> Origin { get; init; } = [];

        public Vector3 Place { get; init; }

        public bool IsMoved { get; init; }

        public IReadOnlyList<int> Before { get; init; } = [];
    }
}
