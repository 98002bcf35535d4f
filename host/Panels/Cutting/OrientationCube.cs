using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A small cube in the corner of the 3-D view that turns with the scene. A click on a face looks at that side of the scene.</summary>
internal sealed class OrientationCube(ViewTools tools) : IViewOverlay
{
    private static readonly Axis[] Axes = [Axis.X, Axis.Y, Axis.Z];

    private (Axis Axis, bool IsHigh)? _hovered;
    private bool _isPressed;

    private static float Half => Theme.Px(24);

    /// <summary>The middles of the faces that were seen last.</summary>
    public Dictionary<(Axis Axis, bool IsHigh), Vector2> Shown { get; } = [];

    public bool Follow(VolumeTouch touch)
    {
        if (_isPressed)
        {
            _isPressed = touch.IsActive;
            return true;
        }
        _hovered = null;
        if (!IsShown(touch) || !touch.IsHovered)
            return false;
        foreach (var face in Faces())
        {
            if (!Holds(Corners(touch, face), touch.Pointer))
                continue;
            _hovered = face;
            ImGui.SetMouseCursor(ImGuiMouseCursor.Hand);
            if (!ImGui.IsMouseClicked(ImGuiMouseButton.Left))
                return false;
            tools.Bench.Viewer.Camera.Orientation = AxisViews.OrientationTo(face.Axis, face.IsHigh);
            return _isPressed = true;
        }
        return false;
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        Shown.Clear();
        if (!IsShown(touch))
            return;
        foreach (var face in Faces())
        {
            var corners = Corners(touch, face);
            var color = Theme.AxisColor(face.Axis);
            draw.AddQuadFilled(corners[0], corners[1], corners[2], corners[3], Theme.U32(_hovered == face ? Theme.FrameActive : Theme.Raised, 0.88f));
            draw.AddQuad(corners[0], corners[1], corners[2], corners[3], Theme.U32(color), Math.Max(1, Theme.Px(1.2f)));
            var middle = (corners[0] + corners[2]) / 2;
            Shown[face] = middle;
            // A face seen from its edge has no room for its name.
            if (Vector3.Dot(NormalOf(face), Forward) > -0.3f)
                continue;
            var name = AxisViews.NameOf(face.Axis, face.IsHigh);
            draw.AddText(middle - (ImGui.CalcTextSize(name) / 2), Theme.U32(color), name);
        }
        if (_hovered is { } over)
            PlaneHandles.Tip(draw, touch.Pointer + new Vector2(-Theme.Px(150), 0), tools.Bench.Keys.Hint(CommandOf(over), $"Look at {AxisViews.NameOf(over.Axis, over.IsHigh)}"));
    }

    /// <summary>The command that does what a click on the face does.</summary>
    public static string CommandOf((Axis Axis, bool IsHigh) face) => $"view.look-at-{(face.IsHigh ? "high" : "low")}-{Overlay.NameOf(face.Axis)}";

    private Vector3 Forward => Vector3.Transform(Vector3.UnitZ, tools.Bench.Viewer.Camera.Orientation);

    private bool IsShown(VolumeTouch touch) => tools.State.ShowCube && touch.Frame.Area.Width > Theme.Px(240) && touch.Frame.Area.Height > Theme.Px(200);

    private static Vector3 NormalOf((Axis Axis, bool IsHigh) face) => SliceCamera.Unit(face.Axis) * (face.IsHigh ? 1 : -1);

    // Those that face the eye, of a cube seen from far away.
    private IEnumerable<(Axis Axis, bool IsHigh)> Faces() =>
        Axes.SelectMany(axis => new[] { (axis, false), (axis, true) }).Where(face => Vector3.Dot(NormalOf(face), Forward) < -0.02f);

    private Vector2[] Corners(VolumeTouch touch, (Axis Axis, bool IsHigh) face)
    {
        var orientation = tools.Bench.Viewer.Camera.Orientation;
        var (right, down) = (Vector3.Transform(Vector3.UnitX, orientation), Vector3.Transform(Vector3.UnitY, orientation));
        var middle = new Vector2(touch.Frame.Area.Max.X - (Half * 2) - Theme.Px(8), touch.Frame.Area.Min.Y + (Half * 2) + Theme.Px(8));
        var normal = NormalOf(face);
        var (u, v) = face.Axis switch { Axis.X => (Vector3.UnitY, Vector3.UnitZ), Axis.Y => (Vector3.UnitZ, Vector3.UnitX), _ => (Vector3.UnitX, Vector3.UnitY) };
        Vector2 Place(Vector3 corner) => middle + (new Vector2(Vector3.Dot(corner, right), Vector3.Dot(corner, down)) * Half);
        return [Place(normal - u - v), Place(normal + u - v), Place(normal + u + v), Place(normal - u + v)];
    }

    // Whether a place lies on the same side of all edges.
    private static bool Holds(Vector2[] corners, Vector2 place)
    {
        var (left, right) = (0, 0);
        for (var corner = 0; corner < 4; corner++)
        {
            var (from, to) = (corners[corner], corners[(corner + 1) % 4]);
            var side = ((to.X - from.X) * (place.Y - from.Y)) - ((to.Y - from.Y) * (place.X - from.X));
            left += side > 0 ? 1 : 0;
            right += side < 0 ? 1 : 0;
        }
        return left == 4 || right == 4;
    }
}
