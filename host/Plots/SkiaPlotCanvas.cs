using System.Numerics;

using SkiaSharp;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plots;

/// <summary>Draws a plot into a picture.</summary>
internal sealed class SkiaPlotCanvas(SKCanvas canvas, SKFont font) : IPlotCanvas
{
    public void Line(Vector2 from, Vector2 to, Rgba color, float width)
    {
        using var paint = Paint(color, width);
        canvas.DrawLine(from.X, from.Y, to.X, to.Y, paint);
    }

    public void Polyline(IReadOnlyList<Vector2> places, Rgba color, float width)
    {
        using var paint = Paint(color, width);
        for (var index = 1; index < places.Count; index++)
            canvas.DrawLine(places[index - 1].X, places[index - 1].Y, places[index].X, places[index].Y, paint);
    }

    public void Dot(Vector2 place, Rgba color, float radius)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Of(color) };
        canvas.DrawCircle(new SKPoint(place.X, place.Y), radius, paint);
    }

    public void Text(string text, Vector2 place, float align)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Of(PlotPicture.Ink) };
        canvas.DrawText(text, place.X, place.Y, align == 0 ? SKTextAlign.Left : align == 1 ? SKTextAlign.Right : SKTextAlign.Center, font, paint);
    }

    public float Width(string text) => font.MeasureText(text);

    public void BeginClip(Vector2 low, Vector2 high)
    {
        canvas.Save();
        canvas.ClipRect(new SKRect(low.X, low.Y, high.X, high.Y));
    }

    public void EndClip() => canvas.Restore();

    private static SKColor Of(Rgba color) => new(color.R, color.G, color.B);

    private static SKPaint Paint(Rgba color, float width) => new() { IsAntialias = true, IsStroke = true, Color = Of(color), StrokeWidth = width, StrokeCap = SKStrokeCap.Round };
}
