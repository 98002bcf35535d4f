using SkiaSharp;

namespace SkiaTests;

internal static class Pictures
{
    public static SKPaint Fill(SKColor color) => new() { Color = color };

    public static SKPaint Stroke(SKColor color, float width, bool isAntialias = false) =>
        new() { Color = color, Style = SKPaintStyle.Stroke, StrokeWidth = width, IsAntialias = isAntialias };

    public static SKBitmap White(int width, int height)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.White);
        return bitmap;
    }

    /// <summary>Colours that differ in every channel and pixel.</summary>
    public static SKColor[] Gradient(int width, int height, Func<int, byte> alpha) =>
        [.. Enumerable.Range(0, width * height).Select(i => new SKColor((byte)(i * 37), (byte)(255 - i * 11), (byte)(i * i + 5), alpha(i)))];

    /// <summary>The smallest rectangle around all pixels that are not <paramref name="background"/>.</summary>
    public static SKRectI Inked(SKBitmap bitmap, SKColor background)
    {
        var (left, top, right, bottom) = (bitmap.Width, bitmap.Height, 0, 0);
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                if (bitmap.GetPixel(x, y) == background)
                    continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }
        return new SKRectI(left, top, right, bottom);
    }

    /// <summary>Which columns of one row carry the colour, as a string of '#' and '.'.</summary>
    public static string Row(SKBitmap bitmap, int y, SKColor color) =>
        string.Concat(Enumerable.Range(0, bitmap.Width).Select(x => bitmap.GetPixel(x, y) == color ? '#' : '.'));
}
