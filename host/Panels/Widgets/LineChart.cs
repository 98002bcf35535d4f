using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws curves with axes, marks, a legend, and the values under the pointer.</summary>
internal static class LineChart
{
    public static void Draw(string id, Plot plot, Vector2 size)
    {
        var place = ImGui.GetCursorScreenPos();
        ImGui.InvisibleButton(id, Vector2.Max(size, new Vector2(Theme.Px(120), Theme.Px(90))));
        var box = new Rect(place, place + ImGui.GetItemRectSize());
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.Ground), Theme.Px(6));

        ImGui.PushFont(Fonts.Small);
        var line = ImGui.GetTextLineHeight();
        var x = ChartRange.Of(plot.Series.SelectMany(series => series.X), margin: 0);
        var y = ChartRange.Of(plot.Series.SelectMany(series => series.Y), margin: 0.06);
        var legend = LegendHeight(plot, box.Width - Theme.Px(20), line);
        var yTicks = AxisTicks.For(y.Min, y.Max, Math.Clamp((int)((box.Height - legend) / Theme.Px(34)), 2, 7));
        var labelWidth = yTicks.Values.Select(value => Ui.Width(yTicks.Text(value))).DefaultIfEmpty().Max();
        var area = new Rect(
            new Vector2(box.Min.X + labelWidth + Theme.Px(14), box.Min.Y + legend + line + Theme.Px(12)),
            new Vector2(box.Max.X - Theme.Px(14), box.Max.Y - (line * 2) - Theme.Px(12)));
        if (area.Width > Theme.Px(20) && area.Height > Theme.Px(20))
        {
            var xTicks = AxisTicks.For(x.Min, x.Max, Math.Clamp((int)(area.Width / Theme.Px(64)), 2, 9));
            Axes(draw, plot, area, (x, xTicks), (y, yTicks), line);
            draw.AddText(new Vector2(box.Min.X + Theme.Px(8), box.Min.Y + Theme.Px(5)), Theme.U32(Theme.Muted),
                Elision.Middle(plot.YLabel, box.Width - Theme.Px(16), Ui.Width));
            Legend(draw, plot, new Vector2(box.Min.X + Theme.Px(8), box.Min.Y + line + Theme.Px(7)), box.Width - Theme.Px(20), line);
            draw.PushClipRect(area.Min - new Vector2(2), area.Max + new Vector2(2), true);
            for (var index = 0; index < plot.Series.Count; index++)
                Curve(draw, plot.Series[index], area, x, y, Theme.U32(ColorOf(index)));
            draw.PopClipRect();
            if (ImGui.IsItemHovered() && area.Contains(ImGui.GetIO().MousePos))
                Readout(draw, plot, area, x, y);
        }
        ImGui.PopFont();
    }

    private static Vector4 ColorOf(int index) => Theme.Curves[index % Theme.Curves.Length];

    private static Vector2 Place(Rect area, ChartRange x, ChartRange y, double valueX, double valueY) => new(
        (float)(area.Min.X + (area.Width * x.Position(valueX))), (float)(area.Max.Y - (area.Height * y.Position(valueY))));

    private static void Axes(ImDrawListPtr draw, Plot plot, Rect area, (ChartRange Range, AxisTicks Ticks) x, (ChartRange Range, AxisTicks Ticks) y, float line)
    {
        var (grid, text) = (Theme.U32(Theme.Line), Theme.U32(Theme.Muted));
        foreach (var value in y.Ticks.Values)
        {
            var height = MathF.Round((float)(area.Max.Y - (area.Height * y.Range.Position(value))));
            draw.AddLine(new Vector2(area.Min.X, height), new Vector2(area.Max.X, height), grid);
            var label = y.Ticks.Text(value);
            draw.AddText(new Vector2(area.Min.X - Theme.Px(6) - Ui.Width(label), height - (line / 2)), text, label);
        }
        foreach (var value in x.Ticks.Values)
        {
            var across = MathF.Round((float)(area.Min.X + (area.Width * x.Range.Position(value))));
            draw.AddLine(new Vector2(across, area.Max.Y), new Vector2(across, area.Max.Y + Theme.Px(4)), text);
            var label = x.Ticks.Text(value);
            var left = Math.Min(across - (Ui.Width(label) / 2), area.Max.X + Theme.Px(10) - Ui.Width(label));
            draw.AddText(new Vector2(left, area.Max.Y + Theme.Px(5)), text, label);
        }
        draw.AddLine(new Vector2(area.Min.X, area.Max.Y), area.Max, text);
        var name = Elision.Middle(plot.XLabel, area.Width, Ui.Width);
        draw.AddText(new Vector2(area.Center.X - (Ui.Width(name) / 2), area.Max.Y + line + Theme.Px(7)), text, name);
    }

    private static void Curve(ImDrawListPtr draw, PlotSeries series, Rect area, ChartRange x, ChartRange y, uint color)
    {
        var count = Math.Min(series.X.Count, series.Y.Count);
        // More points than pixels cost time and show nothing.
        var stride = Math.Max(1, count / Math.Max(1, (int)(area.Width * 2)));
        var pending = 0;
        for (var index = 0; index < count; index += stride)
        {
            if (!double.IsFinite(series.X[index]) || !double.IsFinite(series.Y[index]))
            {
                Stroke();
                continue;
            }
            draw.PathLineTo(Place(area, x, y, series.X[index], series.Y[index]));
            pending++;
        }
        Stroke();
        if (count == 1)
            draw.AddCircleFilled(Place(area, x, y, series.X[0], series.Y[0]), Theme.Px(3), color);

        void Stroke()
        {
            if (pending > 0)
                draw.PathStroke(color, ImDrawFlags.None, Math.Max(1.5f, Theme.Px(2)));
            pending = 0;
        }
    }

    private static float LegendHeight(Plot plot, float room, float line) => Entries(plot, room, line).Select(entry => entry.Place.Y + line + Theme.Px(2)).DefaultIfEmpty().Max();

    private static void Legend(ImDrawListPtr draw, Plot plot, Vector2 place, float room, float line)
    {
        foreach (var (index, text, offset) in Entries(plot, room, line))
        {
            var at = place + offset;
            draw.AddRectFilled(at + new Vector2(0, (line / 2) - Theme.Px(2)), at + new Vector2(Theme.Px(12), (line / 2) + Theme.Px(1)), Theme.U32(ColorOf(index)), 2);
            draw.AddText(at + new Vector2(Theme.Px(17), 0), Theme.U32(Theme.Text), text);
        }
    }

    private static IEnumerable<(int Index, string Text, Vector2 Place)> Entries(Plot plot, float room, float line)
    {
        float x = 0, y = 0;
        for (var index = 0; index < plot.Series.Count; index++)
        {
            var text = Elision.Middle(plot.Series[index].Name, room - Theme.Px(20), Ui.Width);
            var width = Ui.Width(text) + Theme.Px(30);
            if (x > 0 && x + width > room)
                (x, y) = (0, y + line + Theme.Px(2));
            yield return (index, text, new Vector2(x, y));
            x += width;
        }
    }

    private static void Readout(ImDrawListPtr draw, Plot plot, Rect area, ChartRange x, ChartRange y)
    {
        var wanted = x.Min + (x.Length * (ImGui.GetIO().MousePos.X - area.Min.X) / area.Width);
        ImGui.BeginTooltip();
        for (var index = 0; index < plot.Series.Count; index++)
        {
            var series = plot.Series[index];
            if (series.X.Count == 0)
                continue;
            var nearest = Enumerable.Range(0, Math.Min(series.X.Count, series.Y.Count)).MinBy(point => Math.Abs(series.X[point] - wanted));
            draw.AddCircleFilled(Place(area, x, y, series.X[nearest], series.Y[nearest]), Theme.Px(3.5f), Theme.U32(ColorOf(index)));
            Ui.Colored($"{series.Name}: {Lengths.Number(series.Y[nearest])} at {Lengths.Number(series.X[nearest])}", ColorOf(index));
        }
        ImGui.EndTooltip();
    }
}
