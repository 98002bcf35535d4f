using SkiaSharp;

namespace SkiaTests;

public class TextTests
{
    [Theory]
    [InlineData("Hxg", 24)]
    [InlineData("µm³ τ = 1.38", 17)]
    public void DrawText_StaysInsideItsMeasuredBoundsAndFillsThem(string text, float size)
    {
        using var bitmap = Pictures.White(300, 80);
        using var canvas = new SKCanvas(bitmap);
        using var font = new SKFont(SKTypeface.Default, size);
        using var paint = Pictures.Fill(SKColors.Black);
        var advance = font.MeasureText(text, out var bounds);

        canvas.DrawText(text, 20, 50, SKTextAlign.Left, font, paint);

        var inked = Pictures.Inked(bitmap, SKColors.White);
        bounds.Offset(20, 50);
        // Antialiasing spreads ink to the pixel that an edge lies in, and no further.
        Assert.InRange(inked.Left, MathF.Floor(bounds.Left) - 1, MathF.Floor(bounds.Left) + 1);
        Assert.InRange(inked.Right, MathF.Ceiling(bounds.Right) - 1, MathF.Ceiling(bounds.Right) + 1);
        Assert.InRange(inked.Top, MathF.Floor(bounds.Top) - 1, MathF.Floor(bounds.Top) + 1);
        Assert.InRange(inked.Bottom, MathF.Ceiling(bounds.Bottom) - 1, MathF.Ceiling(bounds.Bottom) + 1);
        Assert.InRange(advance, bounds.Width * 0.9f, bounds.Width * 1.2f);
    }

    [Fact]
    public void DrawText_OfCapital_StandsOnTheBaseline()
    {
        using var bitmap = Pictures.White(60, 60);
        using var canvas = new SKCanvas(bitmap);
        using var font = new SKFont(SKTypeface.Default, 32);
        using var paint = Pictures.Fill(SKColors.Black);

        canvas.DrawText("H", 10, 40, SKTextAlign.Left, font, paint);

        var inked = Pictures.Inked(bitmap, SKColors.White);
        Assert.Equal(40, inked.Bottom);
        Assert.Equal(font.Metrics.CapHeight, inked.Height, tolerance: 1);
        Assert.Contains(Enumerable.Range(0, 60), x => bitmap.GetPixel(x, 39).Red < 64);
    }

    [Theory]
    [InlineData(SKTextAlign.Left, 0)]
    [InlineData(SKTextAlign.Center, 0.5f)]
    [InlineData(SKTextAlign.Right, 1)]
    public void DrawText_WithAlignment_MovesByThatShareOfTheAdvance(SKTextAlign align, float share)
    {
        using var font = new SKFont(SKTypeface.Default, 20);
        using var paint = Pictures.Fill(SKColors.Black);
        var advance = font.MeasureText("HHHH", out var bounds);
        using var bitmap = Pictures.White(300, 40);
        using var canvas = new SKCanvas(bitmap);

        canvas.DrawText("HHHH", 150, 30, align, font, paint);

        Assert.Equal(150 - share * advance + bounds.Left, Pictures.Inked(bitmap, SKColors.White).Left, tolerance: 1);
    }

    [Fact]
    public void MeasureText_GrowsWithTheSizeAndWithTheText()
    {
        using var small = new SKFont(SKTypeface.Default, 10);
        using var large = new SKFont(SKTypeface.Default, 30);

        // Without hinting three times the size is three times the width, but for the 1/1024 that Pango counts in.
        Assert.Equal(3 * small.MeasureText("volume"), large.MeasureText("volume"), tolerance: 0.1);
        Assert.Equal(0, small.MeasureText(""));
        Assert.True(small.MeasureText("volume ") > small.MeasureText("volume"));
    }

    [Fact]
    public void MeasureText_AtSize_IsInPixelsNotPoints()
    {
        using var font = new SKFont(SKTypeface.Default, 100);

        // A line of a text face is a little more than its size; in points at 96 dpi it would be a third more.
        Assert.InRange(font.Metrics.Descent - font.Metrics.Ascent, 95, 125);
        Assert.True(font.Metrics is { Ascent: < 0, Descent: > 0, Leading: >= 0 });
        Assert.InRange(font.Metrics.CapHeight, 60, 80);
        Assert.True(font.Spacing >= font.Metrics.Descent - font.Metrics.Ascent);
    }

    [Fact]
    public void Embolden_MakesTextDarker()
    {
        using var plain = new SKFont(SKTypeface.Default, 30);
        using var bold = new SKFont(SKTypeface.Default, 30) { Embolden = true };

        Assert.True(Darkness(bold) > 1.15 * Darkness(plain));
    }

    [Fact]
    public void FromFamilyName_OfUnknownFamily_StandsInWithOneThatExists()
    {
        using var unknown = SKTypeface.FromFamilyName("No Such Family 123");

        Assert.NotEqual("No Such Family 123", unknown.FamilyName);
        Assert.NotEmpty(SKTypeface.Default.FamilyName);
    }

    [Fact]
    public void FromFamilyName_Bold_IsBold()
    {
        using var bold = SKTypeface.FromFamilyName(null, SKFontStyle.Bold);
        using var font = new SKFont(bold, 30);
        using var plain = new SKFont(SKTypeface.Default, 30);

        Assert.True(bold.IsBold);
        Assert.True(Darkness(font) > 1.15 * Darkness(plain));
    }

    [Fact]
    public void DrawText_OnRgba_HasTheColourAndNoColouredFringes()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(80, 40, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Black);
        using var canvas = new SKCanvas(bitmap);
        using var font = new SKFont(SKTypeface.Default, 24);
        using var paint = Pictures.Fill(new SKColor(240, 120, 0));

        canvas.DrawText("Hx", 5, 30, SKTextAlign.Left, font, paint);

        Assert.Contains(new SKColor(240, 120, 0), bitmap.Pixels);
        Assert.All(bitmap.Pixels, pixel =>
        {
            Assert.Equal(0, pixel.Blue);
            Assert.InRange(pixel.Green - pixel.Red / 2.0, -1, 1);
        });
    }

    [Fact]
    public void DrawText_WithStroke_DrawsOutlines()
    {
        using var font = new SKFont(SKTypeface.Default, 60);
        using var fill = Pictures.Fill(SKColors.Black);
        using var stroke = Pictures.Stroke(SKColors.Black, 1, isAntialias: true);
        using var filled = Pictures.White(80, 80);
        using var outlined = Pictures.White(80, 80);
        using (var canvas = new SKCanvas(filled))
            canvas.DrawText("I", 30, 65, SKTextAlign.Left, font, fill);
        using (var canvas = new SKCanvas(outlined))
            canvas.DrawText("I", 30, 65, SKTextAlign.Left, font, stroke);

        var inked = Pictures.Inked(filled, SKColors.White);
        var (x, y) = ((inked.Left + inked.Right) / 2, (inked.Top + inked.Bottom) / 2);
        Assert.Equal(SKColors.Black, filled.GetPixel(x, y));
        Assert.Equal(SKColors.White, outlined.GetPixel(x, y));
        Assert.True(outlined.GetPixel(inked.Left, y).Red < 255);
    }

    private static double Darkness(SKFont font)
    {
        using var bitmap = Pictures.White(200, 50);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(SKColors.Black);
        canvas.DrawText("Volume", 5, 35, SKTextAlign.Left, font, paint);
        return bitmap.Pixels.Sum(pixel => 255 - pixel.Red);
    }
}
