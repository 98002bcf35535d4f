using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The right button on a slice changes contrast, as viewers of medical images do: to the right wider, to the left narrower; up brighter, down darker.</summary>
internal sealed class WindowLevelDrag(Workbench bench) : IViewOverlay
{
    // So many pixels of the design double the width, or move the middle by half of it.
    private const float Reach = 150;

    private ImageLayer? _layer;
    private ContrastLimits? _start;
    private Vector2 _from;
    private Axis _axis;

    /// <summary>The image that a drag changes: the selected one if it is one and seen, else the topmost that is seen; null where there is none.</summary>
    public static ImageLayer? Target(Viewer viewer) =>
        viewer.SelectedLayer is ImageLayer { Visible: true } selected ? selected : viewer.Layers.OfType<ImageLayer>().LastOrDefault(layer => layer.Visible);

    public bool Follow(SliceTouch touch)
    {
        if (ImGui.IsItemActivated() && ImGui.IsMouseClicked(ImGuiMouseButton.Right) && Target(bench.Viewer) is { } layer)
            (_layer, _start, _from, _axis) = (layer, layer.ContrastLimits, touch.Pointer, touch.Axis);
        if (_layer is null || touch.Axis != _axis)
            return false;
        if (!touch.IsActive || !ImGui.IsMouseDown(ImGuiMouseButton.Right))
        {
            _layer = null;
            return false;
        }
        var moved = (touch.Pointer - _from) / Theme.Px(Reach);
        _layer.ContrastLimits = ContrastRange.Dragged(_start!, moved.X, moved.Y, _layer.Statistics);
        return true;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (_layer is null || touch.Axis != _axis)
            return;
        var limits = _layer.ContrastLimits;
        var text = $"{Lengths.Number(limits.Low)} … {Lengths.Number(limits.High)}";
        var size = ImGui.CalcTextSize(text);
        // Beside the pointer, and within the picture at its edges.
        var place = Vector2.Clamp(touch.Pointer + new Vector2(Theme.Px(14), -size.Y - Theme.Px(10)), touch.Frame.Area.Min + new Vector2(Theme.Px(4)),
            Vector2.Max(touch.Frame.Area.Min, touch.Frame.Area.Max - size - new Vector2(Theme.Px(4))));
        Overlay.Text(draw, place, Theme.Text, text);
    }
}
