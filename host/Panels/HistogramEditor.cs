using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The grey values of an image as a histogram, with two handles for the contrast limits.</summary>
internal sealed class HistogramEditor
{
    private enum Handle
    {
        None,
        Low,
        High,
        Both,
    }

    private IntensityStatistics? _measured;
    private float[] _bars = [];
    private Handle _held;

    public void Draw(ImageLayer layer)
    {
        ImGui.AlignTextToFramePadding();
        Ui.Muted("Contrast");
        ImGui.SameLine(ImGui.GetContentRegionAvail().X - Theme.Px(44));
        if (ImGui.Button("Auto", new Vector2(Theme.Px(52), 0)))
            layer.ContrastLimits = ContrastLimits.Auto(layer.Statistics);
        Ui.Tooltip("Leave out the darkest and brightest 0.2 % of the voxels");
        Plot(layer);
        Numbers(layer);
    }

    // Some room beside the values that occur, so that a handle at the end can still be pulled outwards.
    private static ChartRange RangeOf(ImageLayer layer)
    {
        var low = Math.Min(layer.Statistics.Minimum, layer.ContrastLimits.Low);
        var high = Math.Max(layer.Statistics.Maximum, layer.ContrastLimits.High);
        var room = ((double)high - low) * 0.03;
        return new ChartRange(low - room, high + room);
    }

    private void Plot(ImageLayer layer)
    {
        var (place, width, height, strip) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Theme.Px(84), Theme.Px(8));
        ImGui.InvisibleButton("histogram", new Vector2(Math.Max(1, width), height + strip));
        var area = Rect.At(place.X, place.Y, width, height);
        var range = RangeOf(layer);
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(area.Min, area.Max + new Vector2(0, strip), Theme.U32(Theme.Ground), Theme.Px(5));
        Bars(draw, layer.Statistics, area, range);

        var (low, high) = (Across(area, range, layer.ContrastLimits.Low), Across(area, range, layer.ContrastLimits.High));
        draw.AddRectFilled(new Vector2(area.Min.X, area.Min.Y), new Vector2(low, area.Max.Y), Theme.U32(Theme.Ground, 0.65f));
        draw.AddRectFilled(new Vector2(high, area.Min.Y), area.Max, Theme.U32(Theme.Ground, 0.65f));
        ColormapStrip.Draw(draw, layer.Colormap, new Rect(new Vector2(low, area.Max.Y), new Vector2(Math.Max(low + 1, high), area.Max.Y + strip)));
        Drag(layer, area, range, low, high);
        DrawHandle(draw, area, low, _held is Handle.Low or Handle.Both);
        DrawHandle(draw, area, high, _held is Handle.High or Handle.Both);
    }

    private void Bars(ImDrawListPtr draw, IntensityStatistics statistics, Rect area, ChartRange range)
    {
        var (left, right) = (Across(area, range, statistics.Minimum), Across(area, range, statistics.Maximum));
        var columns = Math.Max(1, (int)((right - left) / Theme.Px(2)));
        if (!ReferenceEquals(_measured, statistics) || _bars.Length != columns)
            (_measured, _bars) = (statistics, HistogramBars.Of(statistics, columns));
        var (step, color) = ((right - left) / columns, Theme.U32(Theme.Muted, 0.75f));
        for (var column = 0; column < columns; column++)
        {
            var x = left + (column * step);
            draw.AddRectFilled(new Vector2(x, area.Max.Y - (_bars[column] * (area.Height - Theme.Px(6)))), new Vector2(x + step, area.Max.Y), color);
        }
    }

    private void Drag(ImageLayer layer, Rect area, ChartRange range, float low, float high)
    {
        var pointer = ImGui.GetIO().MousePos;
        var (toLow, toHigh) = (Math.Abs(pointer.X - low), Math.Abs(pointer.X - high));
        var near = Math.Min(toLow, toHigh) < Theme.Px(8);
        if (ImGui.IsItemHovered() || ImGui.IsItemActive())
            ImGui.SetMouseCursor(near || _held is Handle.Low or Handle.High ? ImGuiMouseCursor.ResizeEW : ImGuiMouseCursor.Hand);
        if (ImGui.IsItemActivated())
            _held = !near && pointer.X > low && pointer.X < high ? Handle.Both : toLow < toHigh ? Handle.Low : Handle.High;
        if (!ImGui.IsItemActive())
        {
            _held = Handle.None;
            return;
        }
        var value = (float)(range.Min + (range.Length * Math.Clamp((pointer.X - area.Min.X) / area.Width, 0, 1)));
        layer.ContrastLimits = _held switch
        {
            Handle.Low => ContrastRange.WithLow(layer.ContrastLimits, value, layer.Statistics),
            Handle.High => ContrastRange.WithHigh(layer.ContrastLimits, value, layer.Statistics),
            _ => ContrastRange.Moved(layer.ContrastLimits, (float)(range.Length * ImGui.GetIO().MouseDelta.X / area.Width)),
        };
    }

    private static void Numbers(ImageLayer layer)
    {
        var (limits, statistics) = (layer.ContrastLimits, layer.Statistics);
        var width = (ImGui.GetContentRegionAvail().X - Theme.Px(8)) / 2;
        var speed = Math.Max((statistics.Maximum - statistics.Minimum) / 500, 1e-9f);
        var (low, high) = (limits.Low, limits.High);
        ImGui.SetNextItemWidth(width);
        if (ImGui.DragFloat("##low", ref low, speed, 0, 0, "%.5g", ImGuiSliderFlags.NoRoundToFormat))
            layer.ContrastLimits = ContrastRange.WithLow(limits, low, statistics);
        Ui.Tooltip("Shown in the first colour, as is everything below. Drag, or Ctrl + click to type.");
        ImGui.SameLine(0, Theme.Px(8));
        ImGui.SetNextItemWidth(width);
        if (ImGui.DragFloat("##high", ref high, speed, 0, 0, "%.5g", ImGuiSliderFlags.NoRoundToFormat))
            layer.ContrastLimits = ContrastRange.WithHigh(limits, high, statistics);
        Ui.Tooltip("Shown in the last colour, as is everything above. Drag, or Ctrl + click to type.");
    }

    private static float Across(Rect area, ChartRange range, double value) => (float)(area.Min.X + (area.Width * range.Position(value)));

    private static void DrawHandle(ImDrawListPtr draw, Rect area, float x, bool held)
    {
        var color = Theme.U32(held ? Theme.Text : Theme.Accent);
        x = MathF.Round(x);
        draw.AddLine(new Vector2(x, area.Min.Y), new Vector2(x, area.Max.Y), color, Theme.Px(2));
        draw.AddRectFilled(new Vector2(x - Theme.Px(4), area.Center.Y - Theme.Px(9)), new Vector2(x + Theme.Px(4), area.Center.Y + Theme.Px(9)), color, Theme.Px(3));
    }
}
