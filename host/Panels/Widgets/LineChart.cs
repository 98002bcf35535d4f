using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Draws curves with axes, marks, a legend, and the values under the pointer. The wheel and a drag show a part, a double click all; a click in the legend hides a curve; a menu
/// has logarithmic axes and files.
/// </summary>
internal static class LineChart
{
    // What the wheel may scroll of the chart's own window, which nobody sees, so that it does not scroll the panel around it.
    private const float Slack = 400;

    /// <param name="id">Tells it from others in the same panel.</param>
    /// <param name="plot">What is drawn.</param>
    /// <param name="size">In pixels.</param>
    /// <param name="look">How it is looked at; kept by the caller.</param>
    /// <param name="bench">Saves and enlarges.</param>
    /// <param name="canEnlarge">Whether the menu offers a larger view.</param>
    public static void Draw(string id, Plot plot, Vector2 size, PlotLook look, Workbench bench, bool canEnlarge = true)
    {
        size = Vector2.Max(size, new Vector2(Theme.Px(120), Theme.Px(90)));
        var place = ImGui.GetCursorScreenPos();
        var box = new Rect(place, place + size);
        ImGui.PushStyleColor(ImGuiCol.ChildBg, Theme.Ground);
        ImGui.BeginChild(id, size, ImGuiChildFlags.None, ImGuiWindowFlags.NoScrollbar);
        ImGui.PopStyleColor();
        ImGui.SetScrollY(Slack / 2);
        var draw = ImGui.GetWindowDrawList();
        var (line, button) = (ImGui.GetTextLineHeight(), Theme.Px(20));
        ImGui.PushFont(Fonts.Small);
        var entries = Entries(plot, box.Width - Theme.Px(20), line).ToList();
        var top = box.Min.Y + line + Theme.Px(7);
        var legend = entries.Count > 0 ? entries[^1].Place.Y + line + Theme.Px(2) : 0;
        var (x, y) = look.Axes(plot, 2, Math.Clamp((int)((box.Height - legend) / Theme.Px(34)), 2, 7));
        var labels = y.Marks.Select(mark => Ui.Width(mark.Text)).DefaultIfEmpty().Max();
        var area = new Rect(new Vector2(box.Min.X + labels + Theme.Px(14), top + legend + Theme.Px(5)), new Vector2(box.Max.X - Theme.Px(14), box.Max.Y - (line * 2) - Theme.Px(12)));
        draw.AddText(new Vector2(box.Min.X + Theme.Px(8), box.Min.Y + Theme.Px(5)), Theme.U32(Theme.Muted),
            Elision.Middle(plot.YLabel + (look.IsLogY ? " (log)" : ""), box.Width - button - Theme.Px(20), Ui.Width));
        Legend(draw, plot, entries, new Vector2(box.Min.X + Theme.Px(8), top), line, look);
        if (area.Width > Theme.Px(20) && area.Height > Theme.Px(20))
        {
            (x, _) = look.Axes(plot, Math.Clamp((int)(area.Width / Theme.Px(64)), 2, 9), 2);
            Axes(draw, plot, area, x, y, line, look);
            Follow(box, area, x, y, look);
            draw.PushClipRect(area.Min - new Vector2(2), area.Max + new Vector2(2), true);
            foreach (var (index, series) in look.Shown(plot))
                Curve(draw, series, area, x, y, Theme.U32(ColorOf(index)));
            Band(draw, area, look.PressedAt);
            draw.PopClipRect();
            if (ImGui.IsItemHovered() && area.Contains(ImGui.GetIO().MousePos) && !ImGui.IsItemActive())
                Readout(draw, plot, area, x, y, look);
        }
        ImGui.PopFont();
        ImGui.SetCursorScreenPos(new Vector2(box.Max.X - button - Theme.Px(3), box.Min.Y + Theme.Px(2)));
        if (Ui.SignButton("menu", pen => { pen.Dot(-6, 0, 1.5f); pen.Dot(0, 0, 1.5f); pen.Dot(6, 0, 1.5f); }, "Axes, copy and files of this plot", button))
            ImGui.OpenPopup("plot menu");
        PlotMenu.Draw("plot menu", plot, look, bench, canEnlarge);
        ImGui.SetCursorPos(new Vector2(0, size.Y + Slack));
        ImGui.Dummy(Vector2.One);
        ImGui.EndChild();
    }

    /// <summary>The colour of a curve by its place in the plot.</summary>
    public static Vector4 ColorOf(int index) => Theme.Curves[index % Theme.Curves.Length];

    private static Vector2 Place(Rect area, ChartAxis x, ChartAxis y, double valueX, double valueY) => new(
        (float)(area.Min.X + (area.Width * x.Position(valueX))), (float)(area.Max.Y - (area.Height * y.Position(valueY))));

    private static void Follow(Rect box, Rect area, ChartAxis x, ChartAxis y, PlotLook look)
    {
        var io = ImGui.GetIO();
        ImGui.SetCursorScreenPos(new Vector2(box.Min.X, area.Min.Y));
        ImGui.InvisibleButton("area", new Vector2(box.Width, box.Max.Y - area.Min.Y), ImGuiButtonFlags.MouseButtonLeft | ImGuiButtonFlags.MouseButtonRight);
        if (ImGui.IsItemActivated())
            look.PressedAt = io.MousePos;
        double AtX(Vector2 place) => Math.Clamp((place.X - area.Min.X) / area.Width, 0, 1);
        double AtY(Vector2 place) => Math.Clamp((area.Max.Y - place.Y) / area.Height, 0, 1);
        if (ImGui.IsItemHovered() && io.MouseWheel != 0)
        {
            // Over the numbers of one axis, that axis alone.
            var factor = Math.Pow(0.85, io.MouseWheel);
            if (io.MousePos.X >= area.Min.X)
                look.X = PlotLook.Zoomed(x, AtX(io.MousePos), factor);
            if (io.MousePos.Y <= area.Max.Y)
                look.Y = PlotLook.Zoomed(y, AtY(io.MousePos), factor);
        }
        if (ImGui.IsItemHovered() && ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left))
            look.ShowAll();
        if (ImGui.IsItemActive() && ImGui.IsMouseDown(ImGuiMouseButton.Right) && io.MouseDelta != Vector2.Zero)
        {
            var (right, up) = (-io.MouseDelta.X / area.Width, io.MouseDelta.Y / area.Height);
            (look.X, look.Y) = (PlotLook.Part(x, right, 1 + right), PlotLook.Part(y, up, 1 + up));
        }
        if (!ImGui.IsItemDeactivated() || !ImGui.IsMouseReleased(ImGuiMouseButton.Left))
            return;
        var (from, to) = (look.PressedAt, io.MousePos);
        if (Math.Abs(to.X - from.X) > Theme.Px(8) && Math.Abs(to.Y - from.Y) > Theme.Px(8))
            (look.X, look.Y) = (PlotLook.Part(x, AtX(from), AtX(to)), PlotLook.Part(y, AtY(from), AtY(to)));
        else if (Math.Abs(to.X - from.X) > Theme.Px(8))
            look.X = PlotLook.Part(x, AtX(from), AtX(to));
    }

    // The part that a drag is about to show: a rectangle, or a range of x where it is flat.
    private static void Band(ImDrawListPtr draw, Rect area, Vector2 from)
    {
        if (!ImGui.IsItemActive() || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
            return;
        var to = ImGui.GetIO().MousePos;
        if (Math.Abs(to.X - from.X) <= Theme.Px(8))
            return;
        var isFlat = Math.Abs(to.Y - from.Y) <= Theme.Px(8);
        var (low, high) = (Vector2.Min(from, to), Vector2.Max(from, to));
        if (isFlat)
            (low.Y, high.Y) = (area.Min.Y, area.Max.Y);
        draw.AddRectFilled(low, high, Theme.U32(Theme.Accent, 0.16f));
        draw.AddRect(low, high, Theme.U32(Theme.Accent, 0.8f));
    }

    private static void Axes(ImDrawListPtr draw, Plot plot, Rect area, ChartAxis x, ChartAxis y, float line, PlotLook look)
    {
        var (grid, text) = (Theme.U32(Theme.Line), Theme.U32(Theme.Muted));
        foreach (var (value, label) in y.Marks)
        {
            var height = MathF.Round((float)(area.Max.Y - (area.Height * y.Position(value))));
            draw.AddLine(new Vector2(area.Min.X, height), new Vector2(area.Max.X, height), grid);
            draw.AddText(new Vector2(area.Min.X - Theme.Px(6) - Ui.Width(label), height - (line / 2)), text, label);
        }
        var free = float.NegativeInfinity;
        foreach (var (value, label) in x.Marks)
        {
            var across = MathF.Round((float)(area.Min.X + (area.Width * x.Position(value))));
            draw.AddLine(new Vector2(across, area.Max.Y), new Vector2(across, area.Max.Y + Theme.Px(4)), text);
            var left = Math.Min(across - (Ui.Width(label) / 2), area.Max.X + Theme.Px(10) - Ui.Width(label));
            // A number that would run into the one before is left out.
            if (left < free)
                continue;
            draw.AddText(new Vector2(left, area.Max.Y + Theme.Px(5)), text, label);
            free = left + Ui.Width(label) + Theme.Px(5);
        }
        draw.AddLine(new Vector2(area.Min.X, area.Max.Y), area.Max, text);
        var name = Elision.Middle(plot.XLabel + (look.IsLogX ? " (log)" : ""), area.Width, Ui.Width);
        draw.AddText(new Vector2(area.Center.X - (Ui.Width(name) / 2), area.Max.Y + line + Theme.Px(7)), text, name);
    }

    private static void Curve(ImDrawListPtr draw, PlotSeries series, Rect area, ChartAxis x, ChartAxis y, uint color)
    {
        var count = Math.Min(series.X.Count, series.Y.Count);
        // More points than pixels cost time and show nothing; of a part as many are drawn as there are in it.
        var seen = 0;
        for (var index = 0; index < count; index++)
            seen += x.Position(series.X[index]) is >= 0 and <= 1 ? 1 : 0;
        var stride = Math.Max(1, seen / Math.Max(1, (int)(area.Width * 2)));
        var pending = 0;
        for (var index = 0; index < count; index += stride)
        {
            var place = Place(area, x, y, series.X[index], series.Y[index]);
            if (!float.IsFinite(place.X + place.Y))
            {
                Stroke();
                continue;
            }
            // Far outside, the numbers are too large for the drawing to be right.
            draw.PathLineTo(Vector2.Clamp(place, area.Min - new Vector2(1e5f), area.Max + new Vector2(1e5f)));
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

    private static void Legend(ImDrawListPtr draw, Plot plot, List<(int Index, string Text, Vector2 Place)> entries, Vector2 place, float line, PlotLook look)
    {
        foreach (var (index, text, offset) in entries)
        {
            var (at, name) = (place + offset, plot.Series[index].Name);
            var isHidden = look.Hidden.Contains(name);
            ImGui.SetCursorScreenPos(at);
            if (ImGui.InvisibleButton($"legend {index}", new Vector2(Ui.Width(text) + Theme.Px(18), line)))
                look.Toggle(name);
            if (ImGui.IsItemHovered())
                Ui.Tooltip($"{name}: click to {(isHidden ? "show" : "hide")} it");
            draw.AddRectFilled(at + new Vector2(0, (line / 2) - Theme.Px(2)), at + new Vector2(Theme.Px(12), (line / 2) + Theme.Px(1)), Theme.U32(ColorOf(index), isHidden ? 0.3f : 1), 2);
            draw.AddText(at + new Vector2(Theme.Px(17), 0), Theme.U32(isHidden ? Theme.Muted : Theme.Text, isHidden ? 0.6f : 1), text);
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

    private static void Readout(ImDrawListPtr draw, Plot plot, Rect area, ChartAxis x, ChartAxis y, PlotLook look)
    {
        var wanted = x.At((ImGui.GetIO().MousePos.X - area.Min.X) / area.Width);
        var isAny = false;
        foreach (var (index, series) in look.Shown(plot))
        {
            if (Math.Min(series.X.Count, series.Y.Count) == 0)
                continue;
            if (!isAny)
                ImGui.BeginTooltip();
            isAny = true;
            var nearest = Enumerable.Range(0, Math.Min(series.X.Count, series.Y.Count)).MinBy(point => Math.Abs(series.X[point] - wanted));
            var place = Place(area, x, y, series.X[nearest], series.Y[nearest]);
            if (area.Contains(place))
                draw.AddCircleFilled(place, Theme.Px(3.5f), Theme.U32(ColorOf(index)));
            Ui.Colored($"{series.Name}: {Lengths.Number(series.Y[nearest])} at {Lengths.Number(series.X[nearest])}", ColorOf(index));
        }
        if (isAny)
            ImGui.EndTooltip();
    }
}
