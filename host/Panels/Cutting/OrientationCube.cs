using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A small cube in the corner of the 3-D view that turns with the scene. A click on a face looks at that side of the scene.</summary>
internal sealed class OrientationCube(ViewTools tools) : IViewOverlay
{
    private (Axis Axis, bool IsHigh)? _hovered;
    private bool _isPressed;

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
        foreach (var face in CubeMark.Faces(Orientation))
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
        var pen = new WindowMarkPen(draw, touch.Frame.Area);
        CubeMark.Draw(pen, Orientation, _hovered is { } lit ? (lit, Theme.FrameActive with { W = 0.88f }) : null);
        foreach (var face in CubeMark.Faces(Orientation))
        {
            var corners = Corners(touch, face);
            Shown[face] = (corners[0] + corners[2]) / 2;
        }
        if (_hovered is { } over)
            PlaneHandles.Tip(draw, touch.Pointer + new Vector2(-Theme.Px(150), 0), tools.Bench.Keys.Hint(CommandOf(over), $"Look at {CubeMark.NameOf(over.Axis, over.IsHigh)}"));
    }

    /// <summary>The command that does what a click on the face does.</summary>
    public static string CommandOf((Axis Axis, bool IsHigh) face) => $"view.look-at-{(face.IsHigh ? "high" : "low")}-{Overlay.NameOf(face.Axis)}";

    private Quaternion Orientation => tools.Bench.Viewer.Camera.Orientation;

    private bool IsShown(VolumeTouch touch) => tools.State.ShowCube && CubeMark.Fits(new WindowMarkPen(ImGui.GetWindowDrawList(), touch.Frame.Area));

    private Vector2[] Corners(VolumeTouch touch, (Axis Axis, bool IsHigh) face) =>
        [.. CubeMark.Corners(new WindowMarkPen(ImGui.GetWindowDrawList(), touch.Frame.Area), Orientation, face).Select(corner => touch.Frame.Area.Min + corner)];

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
