using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The crop box in the views: its edges, and a handle in the middle of each wall that moves it. In slices the walls are lines that can be dragged.</summary>
internal sealed class CropHandles(ViewTools tools) : IViewOverlay
{
    private static readonly Axis[] Axes = [Axis.X, Axis.Y, Axis.Z];

    private readonly CuttingState _cutting = tools.Bench.Cutting;
    private (Axis Axis, bool IsHigh)? _hovered;
    private (Axis Axis, bool IsHigh)? _held;
    private Axis? _heldIn;
    private float _grabbedAt;
    private Vector3 _anchor;

    private CropBox? Box => _cutting.ShowHandles ? tools.Bench.Viewer.CropBox : null;

    /// <summary>Where the handles were drawn in the 3-D view last.</summary>
    public Dictionary<(Axis Axis, bool IsHigh), Vector2> Shown { get; } = [];

    public bool Follow(VolumeTouch touch)
    {
        if (_heldIn is null && _held is { } wall)
        {
            if (!touch.IsActive)
                _held = null;
            else if (HandleDrag.Along(touch.RayThrough(touch.Pointer), _anchor, SliceCamera.Unit(wall.Axis)) is { } now)
                _cutting.MoveWall(wall.Axis, wall.IsHigh, Vector3.Dot(_anchor, SliceCamera.Unit(wall.Axis)) + now - _grabbedAt);
            return true;
        }
        _hovered = null;
        if (Box is not { } box || !touch.IsHovered)
            return false;
        foreach (var (axis, isHigh) in Walls())
        {
            var place = HandleOf(box, axis, isHigh);
            if (Vector2.Distance(touch.ToWindow(place).Place, touch.Pointer) > Theme.Px(9))
                continue;
            _hovered = (axis, isHigh);
            ImGui.SetMouseCursor(ImGuiMouseCursor.Hand);
            if (!ImGui.IsMouseClicked(ImGuiMouseButton.Left) || HandleDrag.Along(touch.RayThrough(touch.Pointer), place, SliceCamera.Unit(axis)) is not { } start)
                return false;
            (_held, _heldIn, _grabbedAt, _anchor) = (_hovered, null, start, place);
            return true;
        }
        return false;
    }

    public bool Follow(SliceTouch touch)
    {
        if (_heldIn == touch.Axis && _held is { } wall)
        {
            if (!touch.IsActive)
                (_held, _heldIn) = (null, null);
            else
                _cutting.MoveWall(wall.Axis, wall.IsHigh, touch.Place.Along(wall.Axis));
            return true;
        }
        if (Box is not { } box || !touch.IsHovered || tools.Bench.Tools.IsPainting || _held is not null)
            return false;
        foreach (var (axis, isHigh) in Walls().Where(each => each.Axis != touch.Axis))
        {
            var (from, to) = WallIn(box, axis, isHigh, touch);
            var (way, off) = (Vector2.Normalize(to - from), touch.Pointer - from);
            if (Vector2.Dot(off, way) < 0 || Vector2.Dot(off, way) > Vector2.Distance(from, to) || Math.Abs((off.X * way.Y) - (off.Y * way.X)) > Theme.Px(4))
                continue;
            ImGui.SetMouseCursor(Math.Abs(way.Y) > Math.Abs(way.X) ? ImGuiMouseCursor.ResizeEW : ImGuiMouseCursor.ResizeNS);
            if (!ImGui.IsMouseClicked(ImGuiMouseButton.Left))
                return false;
            (_held, _heldIn) = ((axis, isHigh), touch.Axis);
            return true;
        }
        return false;
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        Shown.Clear();
        if (Box is not { } box)
            return;
        var size = box.High - box.Low;
        for (var corner = 0; corner < 8; corner++)
        {
            for (var bit = 1; bit < 8; bit <<= 1)
            {
                if ((corner & bit) == 0)
                    Edge(draw, touch, box.Low + (size * Bits(corner)), box.Low + (size * Bits(corner | bit)));
            }
        }
        foreach (var (axis, isHigh) in Walls())
        {
            var place = touch.ToWindow(HandleOf(box, axis, isHigh)).Place;
            var isLit = (_held ?? _hovered) == (axis, isHigh);
            PlaneHandles.Dot(draw, place, Theme.Px(5), isLit ? Theme.Text : Theme.AxisColor(axis));
            Shown[(axis, isHigh)] = place;
        }
        if (_held is { } wall && _heldIn is null && _cutting.Walls(wall.Axis) is { } walls)
            PlaneHandles.Tip(draw, touch.Pointer, $"{Overlay.NameOf(wall.Axis)} = {(wall.IsHigh ? walls.High - 1 : walls.Low)}");
        else if (_hovered is { } over && touch.IsHovered)
            PlaneHandles.Tip(draw, touch.Pointer, $"Drag to crop along {Overlay.NameOf(over.Axis)}");
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (Box is not { } box)
            return;
        var (low, high) = (WallIn(box, touch.Camera.AxisU, false, touch), WallIn(box, touch.Camera.AxisU, true, touch));
        draw.AddQuad(low.From, low.To, high.To, high.From, Theme.U32(Theme.ViewGround, 0.5f), Theme.Px(3));
        draw.AddQuad(low.From, low.To, high.To, high.From, Theme.U32(Theme.Warning, 0.9f), Math.Max(1, Theme.Px(1.2f)));
    }

    private static IEnumerable<(Axis Axis, bool IsHigh)> Walls() => Axes.SelectMany(axis => new[] { (axis, false), (axis, true) });

    private static Vector3 HandleOf(CropBox box, Axis axis, bool isHigh)
    {
        var unit = SliceCamera.Unit(axis);
        return ((box.Low + box.High) / 2 * (Vector3.One - unit)) + ((isHigh ? box.High : box.Low) * unit);
    }

    // The line in which a wall meets the slice, in the window.
    private static (Vector2 From, Vector2 To) WallIn(CropBox box, Axis axis, bool isHigh, SliceTouch touch)
    {
        var at = SliceCamera.Unit(axis) * (isHigh ? box.High : box.Low);
        var other = Vector3.One - SliceCamera.Unit(axis);
        return (touch.ToWindow(WorldPoint.Of(at + (other * box.Low))), touch.ToWindow(WorldPoint.Of(at + (other * box.High))));
    }

    private static Vector3 Bits(int corner) => new(corner & 1, (corner >> 1) & 1, corner >> 2);

    private static void Edge(ImDrawListPtr draw, VolumeTouch touch, Vector3 from, Vector3 to)
    {
        if (touch.View.Parallel || (touch.View.DepthOf(from) > 0 && touch.View.DepthOf(to) > 0))
            draw.AddLine(touch.ToWindow(from).Place, touch.ToWindow(to).Place, Theme.U32(Theme.Warning, 0.75f), Math.Max(1, Theme.Px(1.2f)));
    }
}
