using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The tool that puts the oblique slice through three points, clicked in slices or in 3-D.</summary>
internal sealed class ThreePoints(ViewTools tools) : IViewOverlay
{
    private readonly List<WorldPoint> _points = [];
    private Vector2? _pressed;

    private Viewer Viewer => tools.Bench.Viewer;

    public bool Follow(SliceTouch touch)
    {
        if (touch.IsHovered && ImGui.IsMouseClicked(ImGuiMouseButton.Left))
        {
            Add(touch.Place);
            return true;
        }
        return touch.IsActive && ImGui.IsMouseDown(ImGuiMouseButton.Left);
    }

    // A drag turns the scene as it does without the tool.
    public bool Follow(VolumeTouch touch)
    {
        if (touch.IsHovered && ImGui.IsMouseClicked(ImGuiMouseButton.Left))
            _pressed = touch.Pointer;
        if (_pressed is not { } pressed || !ImGui.IsMouseReleased(ImGuiMouseButton.Left))
            return false;
        _pressed = null;
        if (Vector2.Distance(pressed, touch.Pointer) > Theme.Px(4))
            return false;
        if (touch.Pick(touch.Pointer) is { } place)
            Add(place);
        else
            tools.Bench.Notices.Tell("There is nothing to be seen there: click on something that is drawn, or in a slice.");
        return true;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        for (var i = 0; i < _points.Count; i++)
            Mark(draw, touch.ToWindow(_points[i]), i);
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        for (var i = 0; i < _points.Count; i++)
        {
            if (touch.ToWindow(new Vector3((float)_points[i].X, (float)_points[i].Y, (float)_points[i].Z)) is (var place, true))
                Mark(draw, place, i);
        }
    }

    private static void Mark(ImDrawListPtr draw, Vector2 place, int number)
    {
        draw.AddCircleFilled(place, Theme.Px(5.5f), Theme.U32(Theme.ViewGround, 0.8f));
        draw.AddCircleFilled(place, Theme.Px(4), Theme.U32(Theme.Accent));
        Overlay.Text(draw, place + new Vector2(Theme.Px(7), -Theme.Px(14)), Theme.Text, $"{number + 1}");
    }

    private void Add(WorldPoint place)
    {
        _points.Add(place);
        if (_points.Count < 3)
            return;
        var places = _points.Select(point => point.ToVector3()).ToList();
        _points.Clear();
        try
        {
            Viewer.Oblique = PlaneOrientation.Through(places[0], places[1], places[2]);
        }
        catch (ArgumentException)
        {
            tools.Bench.Notices.Tell("The three points lie on one line, which many planes go through. Click three that do not.");
            return;
        }
        var middle = (places[0] + places[1] + places[2]) / 3;
        Viewer.Cursor = WorldPoint.Of(middle);
        Viewer.Layout = ViewLayout.Oblique;
        tools.Bench.Hand.Take(ToolTable.Navigate);
    }
}
