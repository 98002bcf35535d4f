using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Marks over the 3-D view and the bar of colours, as they are switched on.</summary>
internal sealed class SwitchedMarks(ViewTools tools) : IViewOverlay
{
    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (tools.Bench.Viewer.Layout is ViewLayout.SliceZ or ViewLayout.SliceY or ViewLayout.SliceX)
            ColorBar(new WindowMarkPen(draw, touch.Frame.Area), LegendOverlay.TopIn(tools, touch.Frame.Area));
    }

    public void Draw(ImDrawListPtr draw, VolumeTouch touch)
    {
        var (pen, viewer) = (new WindowMarkPen(draw, touch.Frame.Area), tools.Bench.Viewer);
        if (tools.State.ShowTicks)
            TicksMark.Draw(pen, touch.View, touch.Frame.Density, viewer.Extent);
        var bottom = ColorBar(pen, pen.Area.Y - Theme.Px(10));
        if (tools.State.ShowArrows)
            ArrowsMark.Draw(pen, viewer.Camera.Orientation, bottom);
    }

    private float ColorBar(WindowMarkPen pen, float bottom) =>
        tools.State.ShowColorBar && ColorBarMark.ImageOf(tools.Bench.Viewer) is { } image ? ColorBarMark.Draw(pen, image, Theme.Px(10), bottom) : bottom;
}
