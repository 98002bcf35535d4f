using SkiaSharp;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Runs;

/// <summary>Curves as a picture for a page: dark lines on white, with a legend below.</summary>
internal static class CurvesPicture
{
    private const float Left = 84, Right = 24, Top = 44, Bottom = 58, LegendLine = 22, Text = 14;

    /// <summary>Draws the curves into a PNG file.</summary>
    /// <param name="plot">The curves.</param>
    /// <param name="isLog">Whether y is logarithmic.</param>
    /// <param name="chosen">The name of the curve that is drawn thick, or null.</param>
    /// <param name="path">The file.</param>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Of the chart; the legend comes below.</param>
    /// <exception cref="UserException">The file cannot be written.</exception>
    public static void Write(Plot plot, bool isLog, string? chosen, string path, int width = 1000, int height = 560)
    {
        using var font = new SKFont(SKTypeface.FromFamilyName("sans-serif"), Text);
        var entries = Legend(plot, font, width - Left - Right);
        var rows = entries.Count == 0 ? 0 : entries[^1].Row + 1;
        using var picture = new SKBitmap(new SKImageInfo(width, height + (int)((rows * LegendLine) + 8), SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.White);
            Chart(canvas, font, plot, isLog, chosen, new SKRect(Left, Top, width - Right, height - Bottom));
            foreach (var (index, x, row) in entries)
            {
                var y = height + (row * LegendLine);
                using var paint = Paint(ColorOf(index), plot.Series[index].Name == chosen ? 5 : 3);
                canvas.DrawLine(Left + x, y, Left + x + 18, y, paint);
                Write(canvas, font, plot.Series[index].Name, Left + x + 24, y + 5, SKTextAlign.Left);
            }
            canvas.Flush();
        }
        PngFile.Write(picture, path);
    }

    private static void Chart(SKCanvas canvas, SKFont font, Plot plot, bool isLog, string? chosen, SKRect area)
    {
        var x = ChartAxis.Of(plot.Series.SelectMany(series => series.X), false, 0, (int)(area.Width / 90));
        var y = ChartAxis.Of(plot.Series.SelectMany(series => series.Y), isLog, 0.06, (int)(area.Height / 50));
        using var grid = Paint(new SKColor(220, 224, 230), 1);
        using var frame = Paint(new SKColor(90, 98, 110), 1);
        foreach (var (value, text) in y.Marks)
        {
            var place = area.Bottom - (float)(area.Height * y.Position(value));
            canvas.DrawLine(area.Left, place, area.Right, place, grid);
            Write(canvas, font, text, area.Left - 8, place + 5, SKTextAlign.Right);
        }
        foreach (var (value, text) in x.Marks)
        {
            var place = area.Left + (float)(area.Width * x.Position(value));
            canvas.DrawLine(place, area.Bottom, place, area.Bottom + 5, frame);
            Write(canvas, font, text, place, area.Bottom + 21, SKTextAlign.Center);
        }
        canvas.DrawLine(area.Left, area.Bottom, area.Right, area.Bottom, frame);
        canvas.DrawLine(area.Left, area.Top, area.Left, area.Bottom, frame);
        Write(canvas, font, plot.YLabel + (isLog ? " (logarithmic)" : ""), area.Left, area.Top - 16, SKTextAlign.Left);
        Write(canvas, font, plot.XLabel, area.MidX, area.Bottom + 42, SKTextAlign.Center);
        canvas.Save();
        canvas.ClipRect(area);
        // The chosen one last, over the others.
        foreach (var index in Enumerable.Range(0, plot.Series.Count).OrderBy(index => plot.Series[index].Name == chosen))
            Curve(canvas, plot.Series[index], x, y, area, ColorOf(index), plot.Series[index].Name == chosen ? 4 : 2);
        canvas.Restore();
    }

    private static void Curve(SKCanvas canvas, PlotSeries series, ChartAxis x, ChartAxis y, SKRect area, SKColor color, float thickness)
    {
        using var paint = Paint(color, thickness);
        using var dot = new SKPaint { IsAntialias = true, Color = color };
        SKPoint? last = null;
        for (var index = 0; index < series.X.Count; index++)
        {
            var point = new SKPoint(area.Left + (float)(area.Width * x.Position(series.X[index])), area.Bottom - (float)(area.Height * y.Position(series.Y[index])));
            if (!float.IsFinite(point.X) || !float.IsFinite(point.Y))
            {
                last = null;
                continue;
            }
            if (last is { } before)
                canvas.DrawLine(before, point, paint);
            if (series.X.Count <= 60)
                canvas.DrawCircle(point, thickness, dot);
            last = point;
        }
    }

    private static List<(int Index, float X, int Row)> Legend(Plot plot, SKFont font, float room)
    {
        var entries = new List<(int, float, int)>();
        var (x, row) = (0f, 0);
        for (var index = 0; index < plot.Series.Count; index++)
        {
            var width = font.MeasureText(plot.Series[index].Name) + 48;
            if (x > 0 && x + width > room)
                (x, row) = (0, row + 1);
            entries.Add((index, x, row));
            x += width;
        }
        return entries;
    }

    // As in the window, but dark enough for white.
    private static SKColor ColorOf(int index)
    {
        var color = RunColors.Of(index);
        static byte Channel(float value) => (byte)(255 * value * 0.78f);
        return new SKColor(Channel(color.X), Channel(color.Y), Channel(color.Z));
    }

    private static SKPaint Paint(SKColor color, float width) => new() { IsAntialias = true, IsStroke = true, Color = color, StrokeWidth = width, StrokeCap = SKStrokeCap.Round };

    private static void Write(SKCanvas canvas, SKFont font, string text, float x, float y, SKTextAlign align)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(40, 46, 56) };
        canvas.DrawText(text, x, y, align, font, paint);
    }
}
