using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Brush and eraser in the views: the left button paints, with Shift it moves the crosshair as without a tool.</summary>
internal sealed class BrushOverlay(ViewTools tools) : IViewOverlay
{
    private Axis? _stroked;

    private PaintTools Paint => tools.Bench.Tools;

    public bool Follow(SliceTouch touch)
    {
        if (ImGui.IsItemActivated() && ImGui.IsMouseClicked(ImGuiMouseButton.Left) && !ImGui.GetIO().KeyShift)
        {
            _stroked = touch.Axis;
            if (!Paint.Begin(touch.Axis, touch.Place) && Paint.Target is null)
                tools.Bench.Notices.Tell("There is no labels layer to paint on: make one with 'New labels for training' in the Layer menu.");
        }
        if (_stroked != touch.Axis)
            return false;
        // Not where the button came up: when frames are slow, the pointer may be far away by then, on its way to the next stroke.
        if (touch.IsActive && ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            Paint.MoveTo(touch.Place);
            return true;
        }
        Paint.End();
        _stroked = null;
        return true;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (_stroked == touch.Axis || (_stroked is null && touch.IsHovered))
            BrushCursor.Draw(draw, Paint, touch.Axis, touch.Place, touch.ToWindow);
    }
}
