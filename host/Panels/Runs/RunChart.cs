using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws the curves of many runs, one of them thicker, and finds the one under the pointer.</summary>
internal static class RunChart
{
    // From so near a curve counts as pointed at.
    private const float Reach = 14;

    /// <summary>A curve with its colour.</summary>
    /// <param name="Smooth">What is drawn.</param>
    /// <param name="Raw">What it was before smoothing, drawn faintly; null where it is the same.</param>
    /// <param name="Color">Of both.</param>
    /// <param name="IsThick">Whether it is the chosen one.</param>
    internal sealed record Curve(PlotSeries Smooth, IReadOnlyList<double>? Raw, Vector4 Color, bool IsThick);

    /// <summary>The axes of a chart and the place between them.</summary>
    internal sealed record Frame(Rect Area, ChartAxis X, ChartAxis Y)
    {
        public Vector2 Place(double x, double y) => new((float)(Area.Min.X + (Area.Width * X.Position(x))), (float)(Area.Max.Y - (Area.Height * Y.Position(y))));
    }

    /// <summary>Draws the ground, the axes and their names.</summary>
    /// <returns>Null where there is no room.</returns>
    public static Frame? Begin(string id, Vector2 size, string xName, string yName, IEnumerable<double> xs, IEnumerable<double> ys, bool isLogX, bool isLogY, float margin)
    {
        var place = ImGui.GetCursorScreenPos();
        ImGui.InvisibleButton(id, Vector2.Max(size, new Vector2(Theme.Px(160), Theme.Px(120))));
        var box = new Rect(place, place + ImGui.GetItemRectSize());
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.Ground), Theme.Px(6));
        var line = ImGui.GetTextLineHeight();
        var y = ChartAxis.Of(ys, isLogY, 0.06, Math.Clamp((int)(box.Height / Theme.Px(44)), 2, 9));
        var labels = y.Marks.Select(mark => Ui.Width(mark.Text)).DefaultIfEmpty().Max();
        var area = new Rect(new Vector2(box.Min.X + labels + Theme.Px(18), box.Min.Y + line + Theme.Px(16)), new Vector2(box.Max.X - Theme.Px(18), box.Max.Y - (line * 2) - Theme.Px(16)));
        if (area.Width < Theme.Px(40) || area.Height < Theme.Px(40))
            return null;
        var x = ChartAxis.Of(xs, isLogX, margin, Math.Clamp((int)(area.Width / Theme.Px(80)), 2, 10));
        var (grid, text) = (Theme.U32(Theme.Line), Theme.U32(Theme.Muted));
        foreach (var (value, mark) in y.Marks)
        {
            var height = MathF.Round((float)(area.Max.Y - (area.Height * y.Position(value))));
            draw.AddLine(new Vector2(area.Min.X, height), new Vector2(area.Max.X, height), grid);
            draw.AddText(new Vector2(area.Min.X - Theme.Px(8) - Ui.Width(mark), height - (line / 2)), text, mark);
        }
        foreach (var (value, mark) in x.Marks)
        {
            var across = MathF.Round((float)(area.Min.X + (area.Width * x.Position(value))));
            draw.AddLine(new Vector2(across, area.Max.Y), new Vector2(across, area.Max.Y + Theme.Px(4)), text);
            draw.AddText(new Vector2(Math.Min(across - (Ui.Width(mark) / 2), area.Max.X + Theme.Px(12) - Ui.Width(mark)), area.Max.Y + Theme.Px(6)), text, mark);
        }
        draw.AddLine(new Vector2(area.Min.X, area.Max.Y), area.Max, text);
        draw.AddText(new Vector2(box.Min.X + Theme.Px(10), box.Min.Y + Theme.Px(7)), text, Elision.Middle(yName, box.Width - Theme.Px(20), Ui.Width));
        var name = Elision.Middle(xName, area.Width, Ui.Width);
        draw.AddText(new Vector2(area.Center.X - (Ui.Width(name) / 2), area.Max.Y + line + Theme.Px(9)), text, name);
        return new Frame(area, x, y);
    }

    /// <summary>Draws curves, the thick ones last.</summary>
    public static void Draw(Frame frame, IReadOnlyList<Curve> curves)
    {
        var draw = ImGui.GetWindowDrawList();
        draw.PushClipRect(frame.Area.Min - new Vector2(3), frame.Area.Max + new Vector2(3), true);
        var thick = curves.Any(curve => curve.IsThick);
        foreach (var curve in curves.OrderBy(curve => curve.IsThick))
        {
            if (curve.Raw is { } raw)
                Line(draw, frame, curve.Smooth.X, raw, Theme.U32(curve.Color, 0.22f), Theme.Px(1.2f), false);
            Line(draw, frame, curve.Smooth.X, curve.Smooth.Y, Theme.U32(curve.Color, thick && !curve.IsThick ? 0.75f : 1), Theme.Px(curve.IsThick ? 4 : 1.8f), curve.Smooth.X.Count <= 40);
        }
        draw.PopClipRect();
    }

    /// <summary>The curve and its point nearest to the pointer, if one is near.</summary>
    public static (int Curve, int Point)? Pointed(Frame frame, IReadOnlyList<Curve> curves)
    {
        var pointer = ImGui.GetIO().MousePos;
        if (!ImGui.IsItemHovered() || !frame.Area.Contains(pointer))
            return null;
        (int Curve, int Point)? found = null;
        var least = Theme.Px(Reach);
        for (var index = 0; index < curves.Count; index++)
        {
            var series = curves[index].Smooth;
            Vector2? before = null;
            for (var point = 0; point < series.X.Count; point++)
            {
                var place = frame.Place(series.X[point], series.Y[point]);
                if (!float.IsFinite(place.X + place.Y))
                {
                    before = null;
                    continue;
                }
                var distance = before is { } start ? Distance(pointer, start, place) : Vector2.Distance(pointer, place);
                if (distance < least)
                {
                    // Of the two ends of the piece the nearer one is told.
                    var isStart = before is { } first && Vector2.Distance(pointer, first) < Vector2.Distance(pointer, place);
                    (least, found) = (distance, (index, isStart ? point - 1 : point));
                }
                before = place;
            }
        }
        return found;
    }

    private static float Distance(Vector2 point, Vector2 from, Vector2 to)
    {
        var along = to - from;
        var share = along.LengthSquared() > 0 ? Math.Clamp(Vector2.Dot(point - from, along) / along.LengthSquared(), 0, 1) : 0;
        return Vector2.Distance(point, from + (along * share));
    }

    private static void Line(ImDrawListPtr draw, Frame frame, IReadOnlyList<double> xs, IReadOnlyList<double> ys, uint color, float thickness, bool withDots)
    {
        var pending = 0;
        // More points than pixels cost time and show nothing.
        var stride = Math.Max(1, xs.Count / Math.Max(1, (int)(frame.Area.Width * 2)));
        for (var index = 0; index < xs.Count; index += stride)
        {
            var place = frame.Place(xs[index], ys[index]);
            if (!float.IsFinite(place.X + place.Y))
            {
                Stroke();
                continue;
            }
            draw.PathLineTo(place);
            pending++;
        }
        Stroke();
        // Circles are paths as well, and would end a line that is under way.
        for (var index = 0; withDots && index < xs.Count; index++)
        {
            if (frame.Place(xs[index], ys[index]) is var place && float.IsFinite(place.X + place.Y))
                draw.AddCircleFilled(place, thickness * 1.1f, color);
        }

        void Stroke()
        {
            if (pending > 0)
                draw.PathStroke(color, ImDrawFlags.None, thickness);
            pending = 0;
        }
    }
}
