using System.Numerics;
using System.Text;

using SkiaSharp;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plots;

/// <summary>A plot as a picture for a page: dark on white, the part and the curves that are looked at.</summary>
internal static class PlotPicture
{
    private const float Right = 24, Top = 66, Bottom = 62, LegendLine = 22, Letters = 14;

    /// <summary>The colour of texts.</summary>
    public static Rgba Ink { get; } = new(40, 46, 56);

    /// <summary>Writes a PNG.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="look">What of it is shown.</param>
    /// <param name="path">The file.</param>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Likewise.</param>
    /// <exception cref="UserException">The file cannot be written.</exception>
    public static void WritePng(Plot plot, PlotLook look, string path, int width = 1000, int height = 640)
    {
        using var font = Font();
        using var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.White);
            Draw(new SkiaPlotCanvas(canvas, font), plot, look, width, height);
            canvas.Flush();
        }
        PngFile.Write(picture, path);
    }

    /// <summary>Writes an SVG.</summary>
    /// <inheritdoc cref="WritePng"/>
    public static void WriteSvg(Plot plot, PlotLook look, string path, int width = 1000, int height = 640) =>
        OutputPath.WriteAllBytes(path, Encoding.UTF8.GetBytes(Svg(plot, look, width, height)));

    /// <summary>The plot as the text of an SVG.</summary>
    public static string Svg(Plot plot, PlotLook look, int width, int height)
    {
        using var font = Font();
        var canvas = new SvgPlotCanvas(width, height, font, Letters);
        Draw(canvas, plot, look, width, height);
        return canvas.Finish();
    }

    private static SKFont Font() => new(SKTypeface.FromFamilyName("sans-serif"), Letters);

    private static void Draw(IPlotCanvas canvas, Plot plot, PlotLook look, int width, int height)
    {
        var shown = look.Shown(plot).ToList();
        var legend = Legend(canvas, shown, width - 100);
        var below = legend.Count == 0 ? 0 : (legend[^1].Row + 1) * LegendLine;
        var (_, y) = look.Axes(plot, 2, Math.Max(2, (int)((height - Top - Bottom - below) / 50)));
        var left = y.Marks.Select(mark => canvas.Width(mark.Text)).DefaultIfEmpty().Max() + 34;
        Vector2 low = new(left, Top), high = new(width - Right, height - Bottom - below);
        var (x, _) = look.Axes(plot, Math.Max(2, (int)((high.X - low.X) / 90)), 2);
        Vector2 Place(double valueX, double valueY) => new((float)(low.X + ((high.X - low.X) * x.Position(valueX))), (float)(high.Y - ((high.Y - low.Y) * y.Position(valueY))));
        Rgba grid = new(220, 224, 230), frame = new(90, 98, 110);
        foreach (var (value, text) in y.Marks)
        {
            var at = (float)(high.Y - ((high.Y - low.Y) * y.Position(value)));
            canvas.Line(new Vector2(low.X, at), new Vector2(high.X, at), grid, 1);
            canvas.Text(text, new Vector2(low.X - 8, at + 5), 1);
        }
        foreach (var (value, text) in x.Marks)
        {
            var at = (float)(low.X + ((high.X - low.X) * x.Position(value)));
            canvas.Line(new Vector2(at, high.Y), new Vector2(at, high.Y + 5), frame, 1);
            canvas.Text(text, new Vector2(at, high.Y + 21), 0.5f);
        }
        canvas.Line(new Vector2(low.X, high.Y), high, frame, 1);
        canvas.Line(low, new Vector2(low.X, high.Y), frame, 1);
        float Width(string text) => canvas.Width(text);
        canvas.Text(Elision.Middle(plot.Title, width - 40, Width), new Vector2(width / 2f, 24), 0.5f);
        canvas.Text(Elision.Middle(plot.YLabel + (look.IsLogY ? " (logarithmic)" : ""), width - low.X - 10, Width), new Vector2(low.X - 8, Top - 14), 0);
        canvas.Text(Elision.Middle(plot.XLabel + (look.IsLogX ? " (logarithmic)" : ""), high.X - low.X, Width), new Vector2((low.X + high.X) / 2, high.Y + 43), 0.5f);
        canvas.BeginClip(low, high);
        foreach (var (index, series) in shown)
            Curve(canvas, series, Place, ColorOf(index));
        canvas.EndClip();
        foreach (var (index, name, at, row) in legend)
        {
            var line = height - below + (row * LegendLine);
            canvas.Line(new Vector2(left + at, line), new Vector2(left + at + 18, line), ColorOf(index), 3);
            canvas.Text(name, new Vector2(left + at + 24, line + 5), 0);
        }
    }

    private static void Curve(IPlotCanvas canvas, PlotSeries series, Func<double, double, Vector2> place, Rgba color)
    {
        var piece = new List<Vector2>();
        for (var index = 0; index < Math.Min(series.X.Count, series.Y.Count); index++)
        {
            var at = place(series.X[index], series.Y[index]);
            if (float.IsFinite(at.X + at.Y))
                piece.Add(at);
            else
                End();
        }
        End();

        void End()
        {
            if (piece.Count > 1)
                canvas.Polyline([.. piece], color, 2);
            else if (piece.Count == 1)
                canvas.Dot(piece[0], color, 3);
            piece.Clear();
        }
    }

    private static List<(int Index, string Name, float X, int Row)> Legend(IPlotCanvas canvas, List<(int Index, PlotSeries Series)> shown, float room)
    {
        var entries = new List<(int, string, float, int)>();
        var (x, row) = (0f, 0);
        foreach (var (index, series) in shown)
        {
            var name = Elision.Middle(series.Name, room - 48, canvas.Width);
            var width = canvas.Width(name) + 48;
            if (x > 0 && x + width > room)
                (x, row) = (0, row + 1);
            entries.Add((index, name, x, row));
            x += width;
        }
        return entries;
    }

    // As in the window, but dark enough for white.
    private static Rgba ColorOf(int index)
    {
        var color = LineChart.ColorOf(index);
        static byte Channel(float value) => (byte)(255 * value * 0.78f);
        return new Rgba(Channel(color.X), Channel(color.Y), Channel(color.Z));
    }
}
