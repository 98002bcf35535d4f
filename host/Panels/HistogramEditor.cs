using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// The grey values of an image as a histogram, with handles for the contrast limits and, on the same axis, gamma or the opacity curve of the modes that
/// have one. Under it the colours: they are dragged to move both limits.
/// </summary>
internal sealed class HistogramEditor(Workbench bench)
{
    private enum Handle
    {
        None,
        Low,
        High,
        Both,
        Gamma,
        Curve,
    }

    private readonly OpacityCurveEditor _curve = new();
    private readonly ColorPointsEditor _colors = new();
    private (IntensityStatistics Statistics, int Columns, bool IsLogarithmic)? _measured;
    private float[] _bars = [];
    private bool _isLogarithmic = true;
    private Handle _held;

    /// <summary>Where the plot was drawn last, without the strip of colours below it.</summary>
    public Rect Area { get; private set; }

    /// <summary>The points of an image's own colours.</summary>
    public ColorPointsEditor Colors => _colors;

    private static bool HasCurve(ImageLayer layer) => layer.RenderMode is ImageRenderMode.Translucent or ImageRenderMode.Additive;

    public void Draw(ImageLayer layer)
    {
        Header(layer);
        Plot(layer);
        Numbers(layer);
        if (HasCurve(layer))
            OpacityCurveEditor.Presets(layer);
    }

    private void Header(ImageLayer layer)
    {
        var row = new ButtonRow("Contrast", ["Auto", "Full", "Slice", "Log"]);
        if (row.Next())
            layer.ContrastLimits = ContrastLimits.Auto(layer.Statistics);
        Ui.Tooltip(bench.Keys.Hint("layer.auto-contrast", "Leave out the darkest and brightest 0.2 % of the voxels"));
        if (row.Next())
            layer.ContrastLimits = ContrastRange.Full(layer.Statistics);
        Ui.Tooltip(bench.Keys.Hint("layer.full-contrast", "From the least to the greatest value"));
        if (row.Next())
            SliceContrast.Measure(bench, layer, SliceContrast.AxisOf(bench.Viewer.Layout));
        Ui.Tooltip(bench.Keys.Hint("layer.slice-contrast", "Leave out the darkest and brightest 0.2 % of the slice that is seen, across z in the four views"));
        if (row.Next(_isLogarithmic ? Theme.Accent : Theme.Muted))
            _isLogarithmic = !_isLogarithmic;
        Ui.Tooltip(_isLogarithmic ? "Counts are drawn on a logarithmic scale; click for a linear one" : "Counts are drawn on a linear scale; click for a logarithmic one");
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
        var (place, width, strip) = (ImGui.GetCursorScreenPos(), Math.Max(1, ImGui.GetContentRegionAvail().X), Theme.Px(12));
        var height = Theme.Px(HasCurve(layer) ? 116 : 84);
        ImGui.InvisibleButton("histogram", new Vector2(width, height + strip), ImGuiButtonFlags.MouseButtonLeft | ImGuiButtonFlags.MouseButtonRight);
        Area = Rect.At(place.X, place.Y, width, height);
        var range = RangeOf(layer);
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(Area.Min, Area.Max + new Vector2(0, strip), Theme.U32(Theme.Ground), Theme.Px(5));
        Bars(draw, layer.Statistics, range);
        Follow(layer, range);

        var (low, high) = (Across(range, layer.ContrastLimits.Low), Across(range, layer.ContrastLimits.High));
        draw.AddRectFilled(new Vector2(Area.Min.X, Area.Min.Y), new Vector2(low, Area.Max.Y), Theme.U32(Theme.Ground, 0.65f));
        draw.AddRectFilled(new Vector2(high, Area.Min.Y), Area.Max, Theme.U32(Theme.Ground, 0.65f));
        ColormapStrip.Draw(draw, layer.Colormap, StripOf(low, high), layer.Gamma);
        var between = new Rect(new Vector2(low, Area.Min.Y), new Vector2(Math.Max(low + 1, high), Area.Max.Y));
        // Where there is a curve its ends stand on the limits: the knobs make way for them.
        var knob = HasCurve(layer) ? Area.Min.Y + Theme.Px(10) : Area.Center.Y;
        DrawLimit(draw, low, knob, _held is Handle.Low or Handle.Both);
        DrawLimit(draw, high, knob, _held is Handle.High or Handle.Both);
        if (HasCurve(layer))
            _curve.Draw(draw, layer, between);
        else
            DrawGamma(draw, layer, between);
        _colors.Draw(draw, layer, StripOf(low, high));
        _colors.Choose(layer);
    }

    private Rect StripOf(float low, float high) => new(new Vector2(low, Area.Max.Y + Theme.Px(2)), new Vector2(Math.Max(low + 1, high), Area.Max.Y + Theme.Px(12)));

    private void Bars(ImDrawListPtr draw, IntensityStatistics statistics, ChartRange range)
    {
        var (left, right) = (Across(range, statistics.Minimum), Across(range, statistics.Maximum));
        var columns = Math.Max(1, (int)((right - left) / Theme.Px(2)));
        if (_measured != (statistics, columns, _isLogarithmic))
            _bars = HistogramBars.Of(statistics, columns, _isLogarithmic);
        _measured = (statistics, columns, _isLogarithmic);
        var (step, color) = ((right - left) / columns, Theme.U32(Theme.Muted, 0.75f));
        for (var column = 0; column < columns; column++)
        {
            var x = left + (column * step);
            draw.AddRectFilled(new Vector2(x, Area.Max.Y - (_bars[column] * (Area.Height - Theme.Px(6)))), new Vector2(x + step, Area.Max.Y), color);
        }
    }

    private void Follow(ImageLayer layer, ChartRange range)
    {
        var pointer = ImGui.GetIO().MousePos;
        var (low, high) = (Across(range, layer.ContrastLimits.Low), Across(range, layer.ContrastLimits.High));
        var between = new Rect(new Vector2(low, Area.Min.Y), new Vector2(Math.Max(low + 1, high), Area.Max.Y));
        if (_colors.Follow(layer, StripOf(low, high)))
        {
            _held = Handle.None;
            return;
        }
        var (under, isPressed) = (HandleAt(layer, pointer, between), ImGui.IsItemActivated());
        if (isPressed)
            _held = under;
        if (!ImGui.IsItemActive())
            _held = Handle.None;
        if (ImGui.IsItemHovered() || ImGui.IsItemActive())
            ShowWhatItDoes(layer, _held == Handle.None ? under : _held, between);
        if (_curve.Follow(layer, between, _held == Handle.Curve, under == Handle.Curve && ImGui.IsItemHovered()) || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
            return;
        var value = (float)(range.Min + (range.Length * Math.Clamp((pointer.X - Area.Min.X) / Area.Width, 0, 1)));
        switch (_held)
        {
            case Handle.Low:
                layer.ContrastLimits = ContrastRange.WithLow(layer.ContrastLimits, value, layer.Statistics);
                break;
            case Handle.High:
                layer.ContrastLimits = ContrastRange.WithHigh(layer.ContrastLimits, value, layer.Statistics);
                break;
            // Not by the way to where the button went down, which may be of the same frame.
            case Handle.Both when !isPressed:
                layer.ContrastLimits = ContrastRange.Moved(layer.ContrastLimits, (float)(range.Length * ImGui.GetIO().MouseDelta.X / Area.Width));
                break;
            case Handle.Gamma:
                // The handle stands over the middle, at the height of one half raised to gamma.
                layer.Gamma = MathF.Log(Math.Clamp((between.Max.Y - pointer.Y) / between.Height, 0.001f, 0.94f)) / MathF.Log(0.5f);
                break;
        }
    }

    private Handle HandleAt(ImageLayer layer, Vector2 pointer, Rect between)
    {
        var (toLow, toHigh) = (Math.Abs(pointer.X - between.Min.X), Math.Abs(pointer.X - between.Max.X));
        var nearest = toLow < toHigh ? Handle.Low : Handle.High;
        if (pointer.Y >= Area.Max.Y)
            return Math.Min(toLow, toHigh) < Theme.Px(4) || pointer.X < between.Min.X || pointer.X > between.Max.X ? nearest : Handle.Both;
        if (HasCurve(layer) && OpacityCurveEditor.PointAt(layer, between, pointer) >= 0)
            return Handle.Curve;
        if (!HasCurve(layer) && Vector2.Distance(pointer, GammaHandle(layer, between)) < Theme.Px(9))
            return Handle.Gamma;
        if (Math.Min(toLow, toHigh) < Theme.Px(7) || pointer.X < between.Min.X || pointer.X > between.Max.X)
            return nearest;
        return HasCurve(layer) ? Handle.Curve : Handle.Both;
    }

    private static void ShowWhatItDoes(ImageLayer layer, Handle handle, Rect between)
    {
        ImGui.SetMouseCursor(handle switch
        {
            Handle.Low or Handle.High => ImGuiMouseCursor.ResizeEW,
            Handle.Gamma => ImGuiMouseCursor.ResizeNS,
            _ => ImGuiMouseCursor.Hand,
        });
        if (handle == Handle.Curve)
            OpacityCurveEditor.Explain(layer, between);
        else if (!ImGui.IsAnyMouseDown())
        {
            Ui.Tooltip(handle switch
            {
                Handle.Low => "Drag the lower limit",
                Handle.High => "Drag the upper limit",
                Handle.Gamma => $"Drag up or down: gamma {layer.Gamma:0.##}",
                _ => "Drag both limits",
            });
        }
    }

    private static void Numbers(ImageLayer layer)
    {
        var (limits, statistics) = (layer.ContrastLimits, layer.Statistics);
        var gap = Theme.Px(4);
        var width = (ImGui.GetContentRegionAvail().X - (gap * 2)) / 3;
        var speed = Math.Max((statistics.Maximum - statistics.Minimum) / 500, 1e-9f);
        var (low, high, gamma) = (limits.Low, limits.High, layer.Gamma);
        ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, new Vector2(Theme.Px(4), Theme.Px(4)));
        ImGui.SetNextItemWidth(width);
        if (ImGui.DragFloat("##low", ref low, speed, 0, 0, "%.5g", ImGuiSliderFlags.NoRoundToFormat))
            layer.ContrastLimits = ContrastRange.WithLow(limits, low, statistics);
        Ui.Tooltip("Shown in the first colour, as is everything below. Drag, or Ctrl + click to type. In slices the right button changes both limits.");
        ImGui.SameLine(0, gap);
        ImGui.SetNextItemWidth(width);
        if (ImGui.DragFloat("##high", ref high, speed, 0, 0, "%.5g", ImGuiSliderFlags.NoRoundToFormat))
            layer.ContrastLimits = ContrastRange.WithHigh(limits, high, statistics);
        Ui.Tooltip("Shown in the last colour, as is everything above. Drag, or Ctrl + click to type.");
        ImGui.SameLine(0, gap);
        ImGui.SetNextItemWidth(width);
        if (ImGui.DragFloat("##gamma", ref gamma, 0.01f, 0.1f, 10, "\u03b3 %.2f", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.Logarithmic))
            layer.Gamma = gamma;
        Ui.Tooltip("Gamma: below 1 brightens what lies between the limits, above 1 darkens it. Drag, or Ctrl + click to type; 1 is none.");
        ImGui.PopStyleVar();
    }

    private float Across(ChartRange range, double value) => (float)(Area.Min.X + (Area.Width * range.Position(value)));

    private static Vector2 GammaHandle(ImageLayer layer, Rect between) =>
        new(between.Center.X, between.Max.Y - (between.Height * MathF.Pow(0.5f, layer.Gamma)));

    private void DrawGamma(ImDrawListPtr draw, ImageLayer layer, Rect between)
    {
        for (var step = 0; step <= 24; step++)
            draw.PathLineTo(new Vector2(between.Min.X + (between.Width * step / 24), between.Max.Y - (between.Height * MathF.Pow(step / 24f, layer.Gamma))));
        draw.PathStroke(Theme.U32(Theme.Text, 0.55f), ImDrawFlags.None, Math.Max(1, Theme.Px(1.5f)));
        var handle = GammaHandle(layer, between);
        draw.AddCircleFilled(handle, Theme.Px(5), Theme.U32(Theme.Ground));
        draw.AddCircleFilled(handle, Theme.Px(4), Theme.U32(_held == Handle.Gamma ? Theme.Text : Theme.Warning));
    }

    private void DrawLimit(ImDrawListPtr draw, float x, float knob, bool held)
    {
        var color = Theme.U32(held ? Theme.Text : Theme.Accent);
        x = MathF.Round(x);
        draw.AddLine(new Vector2(x, Area.Min.Y), new Vector2(x, Area.Max.Y), color, Theme.Px(2));
        draw.AddRectFilled(new Vector2(x - Theme.Px(4), knob - Theme.Px(9)), new Vector2(x + Theme.Px(4), knob + Theme.Px(9)), color, Theme.Px(3));
    }
}
