using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The opacity of a translucent image over its grey values, as a curve with points to drag.</summary>
internal sealed class OpacityCurveEditor
{
    private int _held = -1;

    public void Draw(ImageLayer layer)
    {
        Ui.Muted("Opacity over grey value");
        var (place, width, height) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Theme.Px(90));
        ImGui.InvisibleButton("curve", new Vector2(Math.Max(1, width), height), ImGuiButtonFlags.MouseButtonLeft | ImGuiButtonFlags.MouseButtonRight);
        var help = _held < 0;
        var box = Rect.At(place.X, place.Y, width, height);
        var area = new Rect(box.Min + new Vector2(Theme.Px(8)), box.Max - new Vector2(Theme.Px(8)));
        Follow(layer, area);
        if (help && !ImGui.IsAnyMouseDown())
            Ui.Tooltip("Drag points. Double click adds one, right click removes it. From the lower contrast limit on the left to the upper on the right.");

        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.Ground), Theme.Px(5));
        for (var quarter = 0; quarter <= 4; quarter++)
        {
            var y = area.Min.Y + (area.Height * quarter / 4);
            draw.AddLine(new Vector2(area.Min.X, y), new Vector2(area.Max.X, y), Theme.U32(Theme.Line));
        }
        var curve = layer.OpacityCurve;
        foreach (var point in curve)
            draw.PathLineTo(Place(area, point));
        draw.PathStroke(Theme.U32(Theme.Accent), ImDrawFlags.None, Theme.Px(2));
        for (var index = 0; index < curve.Length; index++)
        {
            draw.AddCircleFilled(Place(area, curve[index]), Theme.Px(5), Theme.U32(Theme.Ground));
            draw.AddCircleFilled(Place(area, curve[index]), Theme.Px(4), Theme.U32(index == _held ? Theme.Text : Theme.Accent));
        }
    }

    private static Vector2 Place(Rect area, OpacityPoint point) =>
        new(area.Min.X + (area.Width * point.Position), area.Max.Y - (area.Height * point.Opacity));

    private void Follow(ImageLayer layer, Rect area)
    {
        var pointer = ImGui.GetIO().MousePos;
        var (x, y) = ((pointer.X - area.Min.X) / Math.Max(1, area.Width), (area.Max.Y - pointer.Y) / Math.Max(1, area.Height));
        var curve = layer.OpacityCurve;
        var nearest = Enumerable.Range(0, curve.Length).MinBy(index => Vector2.DistanceSquared(Place(area, curve[index]), pointer));
        var isNear = Vector2.Distance(Place(area, curve[nearest]), pointer) < Theme.Px(11);
        if (ImGui.IsItemHovered())
        {
            if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) && !isNear)
                layer.OpacityCurve = OpacityCurves.Add(curve, x, y);
            else if (ImGui.IsMouseClicked(ImGuiMouseButton.Right) && isNear)
                layer.OpacityCurve = OpacityCurves.Remove(curve, nearest);
            else if (ImGui.IsMouseClicked(ImGuiMouseButton.Left) && isNear)
                _held = nearest;
        }
        if (!ImGui.IsItemActive() || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
            _held = -1;
        if (_held >= 0 && _held < curve.Length)
            layer.OpacityCurve = OpacityCurves.Move(curve, _held, x, y);
    }
}
