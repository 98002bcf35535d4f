using SkiaSharp;

namespace SkiaTests;

public class DrawingTests
{
    private static readonly SKColor Ink = new(12, 34, 56);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DrawRect_AtWholePixels_CoversExactlyThose(bool isAntialias)
    {
        using var bitmap = Pictures.White(9, 8);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(Ink);
        paint.IsAntialias = isAntialias;

        canvas.DrawRect(SKRect.Create(2, 3, 4, 2), paint);

        Assert.Equal(new SKRectI(2, 3, 6, 5), Pictures.Inked(bitmap, SKColors.White));
        Assert.Equal(8, bitmap.Pixels.Count(pixel => pixel == Ink));
    }

    [Fact]
    public void DrawRect_AtHalfAPixel_IsHalfCoveredWithAntialias()
    {
        using var bitmap = Pictures.White(9, 8);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(SKColors.Black);
        paint.IsAntialias = true;

        canvas.DrawRect(2.5f, 3, 3, 2, paint);

        Assert.InRange(bitmap.GetPixel(2, 3).Red, 126, 129);
        Assert.Equal(SKColors.Black, bitmap.GetPixel(3, 3));
        Assert.InRange(bitmap.GetPixel(5, 3).Red, 126, 129);
    }

    [Fact]
    public void DrawLine_OfWidthOneWithoutAntialias_IsOneRowBelowTheEdge()
    {
        using var bitmap = Pictures.White(9, 8);
        using var canvas = new SKCanvas(bitmap);
        using var line = Pictures.Stroke(Ink, 1);

        canvas.DrawLine(1, 5, 7, 5, line);

        Assert.Equal(new SKRectI(1, 5, 7, 6), Pictures.Inked(bitmap, SKColors.White));
    }

    [Theory]
    [InlineData(SKStrokeCap.Butt, 2, 6)]
    [InlineData(SKStrokeCap.Square, 1, 7)]
    public void DrawLine_WithCap_EndsWhereTheCapSays(SKStrokeCap cap, int left, int right)
    {
        using var bitmap = Pictures.White(9, 8);
        using var canvas = new SKCanvas(bitmap);
        using var line = Pictures.Stroke(Ink, 2);
        line.StrokeCap = cap;

        canvas.DrawLine(2, 4, 6, 4, line);

        Assert.Equal(new SKRectI(left, 3, right, 5), Pictures.Inked(bitmap, SKColors.White));
    }

    [Fact]
    public void DrawLine_Hairline_StaysOnePixelUnderScale()
    {
        using var bitmap = Pictures.White(40, 30);
        using var canvas = new SKCanvas(bitmap);
        using var line = Pictures.Stroke(Ink, 0);
        canvas.Scale(4);

        canvas.DrawLine(1, 5, 7, 5, line);

        Assert.Equal(1, Pictures.Inked(bitmap, SKColors.White).Height);
        Assert.InRange(Pictures.Inked(bitmap, SKColors.White).Width, 24, 25);
    }

    [Fact]
    public void DrawLine_WithDash_AlternatesFromThePhase()
    {
        using var bitmap = Pictures.White(16, 5);
        using var canvas = new SKCanvas(bitmap);
        using var line = Pictures.Stroke(Ink, 1);
        using var dash = SKPathEffect.CreateDash([4, 2], 1);
        line.PathEffect = dash;

        canvas.DrawLine(1, 2.5f, 15, 2.5f, line);

        Assert.Equal(".###..####..###.", Pictures.Row(bitmap, 2, Ink));
    }

    [Fact]
    public void CreateDash_OfOddCountOrNothing_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => SKPathEffect.CreateDash([1, 2, 3], 0));
        Assert.Null(SKPathEffect.CreateDash([0, 0], 0));
    }

    [Fact]
    public void ClipRect_UntilRestored_ConfinesDrawing()
    {
        using var bitmap = Pictures.White(9, 8);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(Ink);

        var count = canvas.Save();
        canvas.ClipRect(new SKRect(2, 1, 5, 7));
        canvas.Save();
        canvas.ClipRect(new SKRect(0, 3, 9, 5));
        canvas.Clear(Ink);
        var clipped = Pictures.Inked(bitmap, SKColors.White);
        canvas.RestoreToCount(count);
        canvas.DrawRect(7, 0, 1, 1, paint);

        Assert.Equal((1, 1), (count, canvas.SaveCount));
        Assert.Equal(new SKRectI(2, 3, 5, 5), clipped);
        Assert.Equal(Ink, bitmap.GetPixel(7, 0));
    }

    [Fact]
    public void ClipRect_AsDifference_SparesTheRectangle()
    {
        using var bitmap = Pictures.White(5, 4);
        using var canvas = new SKCanvas(bitmap);

        canvas.ClipRect(new SKRect(1, 1, 3, 2), SKClipOperation.Difference);
        canvas.Clear(Ink);

        Assert.Equal(["#####", "#..##", "#####", "#####"], Enumerable.Range(0, 4).Select(y => Pictures.Row(bitmap, y, Ink)));
    }

    [Fact]
    public void Transforms_ApplyInTheOrderOfTheCalls()
    {
        using var bitmap = Pictures.White(30, 20);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(Ink);

        canvas.Translate(10, 4);
        canvas.Scale(2, 3);
        canvas.RotateDegrees(90);
        canvas.DrawRect(1, 0, 3, 2, paint);

        // Turned clockwise, (x, y) goes to (-y, x): x in -2..0, y in 1..4; then doubled and trebled, then moved.
        Assert.Equal(new SKRectI(6, 7, 10, 16), Pictures.Inked(bitmap, SKColors.White));
    }

    [Fact]
    public void Scale_ByZero_DrawsNothingUntilRestored()
    {
        using var bitmap = Pictures.White(6, 5);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(Ink);

        canvas.Save();
        canvas.Scale(0, 1);
        canvas.DrawRect(0, 0, 5, 5, paint);
        canvas.Restore();
        canvas.DrawRect(1, 1, 1, 1, paint);

        Assert.Equal(new SKRectI(1, 1, 2, 2), Pictures.Inked(bitmap, SKColors.White));
    }

    [Fact]
    public void DrawPath_WithPointThatIsNoNumber_DrawsNothingAndGoesOn()
    {
        using var bitmap = Pictures.White(6, 5);
        using var canvas = new SKCanvas(bitmap);
        using var line = Pictures.Stroke(Ink, 1);

        canvas.DrawLine(0, 0, float.NaN, 4, line);
        Assert.All(bitmap.Pixels, pixel => Assert.Equal(SKColors.White, pixel));

        canvas.DrawLine(0, 2.5f, 6, 2.5f, line);
        Assert.Equal("######", Pictures.Row(bitmap, 2, Ink));
    }

    [Fact]
    public void DrawCircle_CoversItsArea()
    {
        using var bitmap = Pictures.White(60, 50);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(SKColors.Black);
        paint.IsAntialias = true;

        canvas.DrawCircle(30, 25, 20, paint);

        var covered = bitmap.Pixels.Sum(pixel => (255 - pixel.Red) / 255.0);
        Assert.Equal(Math.PI * 20 * 20, covered, tolerance: 4);
        Assert.Equal(new SKRectI(10, 5, 50, 45), Pictures.Inked(bitmap, SKColors.White));
    }

    [Fact]
    public void DrawRoundRect_CutsTheCornersOnly()
    {
        using var bitmap = Pictures.White(30, 20);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(Ink);

        canvas.DrawRoundRect(2, 3, 20, 12, 5, 5, paint);

        Assert.Equal(new SKRectI(2, 3, 22, 15), Pictures.Inked(bitmap, SKColors.White));
        Assert.Equal(SKColors.White, bitmap.GetPixel(2, 3));
        Assert.Equal(Ink, bitmap.GetPixel(7, 3));
        Assert.Equal(Ink, bitmap.GetPixel(2, 8));
    }

    [Theory]
    [InlineData(SKPathFillType.Winding, SKPathDirection.Clockwise, true)]
    [InlineData(SKPathFillType.Winding, SKPathDirection.CounterClockwise, false)]
    [InlineData(SKPathFillType.EvenOdd, SKPathDirection.Clockwise, false)]
    public void DrawPath_OfRectInRect_FillsTheInnerAsTheRuleSays(SKPathFillType rule, SKPathDirection inner, bool filled)
    {
        using var bitmap = Pictures.White(12, 10);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(Ink);
        using var path = new SKPath { FillType = rule };
        path.AddRect(new SKRect(1, 1, 11, 9));
        path.AddRect(new SKRect(4, 3, 8, 6), inner);

        canvas.DrawPath(path, paint);

        Assert.Equal(Ink, bitmap.GetPixel(2, 2));
        Assert.Equal(filled ? Ink : SKColors.White, bitmap.GetPixel(5, 4));
    }

    [Fact]
    public void QuadTo_IsTheParabola()
    {
        using var bitmap = Pictures.White(60, 50);
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(SKColors.Black);
        paint.IsAntialias = true;
        using var path = new SKPath();
        path.MoveTo(5, 45);
        path.QuadTo(30, -35, 55, 45);
        path.Close();

        canvas.DrawPath(path, paint);

        // Archimedes: two thirds of base times height, the apex being half way to the control point.
        Assert.Equal(2.0 / 3 * 50 * 40, bitmap.Pixels.Sum(pixel => (255 - pixel.Red) / 255.0), tolerance: 4);
        Assert.Equal(new SKRect(5, 45 - 80 * 2 / 3f, 55, 45), path.Bounds);
    }

    [Fact]
    public void DrawPath_StrokeAndFillWithTranslucentColour_LaysItOnOnce()
    {
        using var bitmap = Pictures.White(20, 16);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = new SKColor(0, 0, 0, 51), Style = SKPaintStyle.StrokeAndFill, StrokeWidth = 4 };

        canvas.DrawRect(5, 4, 10, 8, paint);

        Assert.Equal(new SKRectI(3, 2, 17, 14), Pictures.Inked(bitmap, SKColors.White));
        Assert.Equal([SKColors.White, new SKColor(204, 204, 204)], bitmap.Pixels.Distinct());
    }

    [Theory]
    [InlineData(SKPointMode.Points, "#..#..#..#")]
    [InlineData(SKPointMode.Lines, "###...###.")]
    [InlineData(SKPointMode.Polygon, "#########.")]
    public void DrawPoints_InEachMode_JoinsWhatTheModeSays(SKPointMode mode, string expected)
    {
        using var bitmap = Pictures.White(10, 4);
        using var canvas = new SKCanvas(bitmap);
        using var pen = Pictures.Stroke(Ink, mode == SKPointMode.Points ? 0 : 1);
        float[] columns = mode == SKPointMode.Points ? [0, 3, 6, 9.9f] : [0, 3, 6, 9];

        canvas.DrawPoints(mode, [.. columns.Select(x => new SKPoint(x, 1.5f))], pen);

        Assert.Equal(expected, Pictures.Row(bitmap, 1, Ink));
    }

    [Theory]
    [InlineData(SKColorType.Rgba8888, SKColorType.Bgra8888)]
    [InlineData(SKColorType.Bgra8888, SKColorType.Rgba8888)]
    [InlineData(SKColorType.Rgba8888, SKColorType.Rgba8888)]
    public void DrawBitmap_IntoARectangle_EnlargesPixelsWithoutBlending(SKColorType sourceType, SKColorType targetType)
    {
        using var source = new SKBitmap(new SKImageInfo(3, 2, sourceType, SKAlphaType.Opaque));
        source.Pixels = Pictures.Gradient(3, 2, _ => 255);
        using var target = new SKBitmap(new SKImageInfo(14, 10, targetType, SKAlphaType.Premul));
        using var canvas = new SKCanvas(target);

        canvas.DrawBitmap(source, SKRect.Create(1, 2, 12, 6));

        for (var y = 0; y < 10; y++)
        {
            for (var x = 0; x < 14; x++)
            {
                var isInside = x is >= 1 and < 13 && y is >= 2 and < 8;
                Assert.Equal(isInside ? source.GetPixel((x - 1) / 4, (y - 2) / 3) : SKColors.Empty, target.GetPixel(x, y));
            }
        }
    }

    [Fact]
    public void DrawImage_OfAPartWithTranslucentPaint_BlendsThatPart()
    {
        using var source = Pictures.White(4, 5);
        source.SetPixel(2, 3, SKColors.Black);
        using var image = SKImage.FromBitmap(source);
        using var target = Pictures.White(6, 5);
        using var canvas = new SKCanvas(target);
        using var paint = Pictures.Fill(SKColors.Black.WithAlpha(102));

        canvas.DrawImage(image, new SKRect(2, 3, 3, 4), SKRect.Create(1, 1, 2, 3), paint);

        Assert.Equal(new SKRectI(1, 1, 3, 4), Pictures.Inked(target, SKColors.White));
        Assert.Equal(new SKColor(153, 153, 153), target.GetPixel(2, 2));
    }

    [Fact]
    public void Resize_Linear_KeepsAConstantColourToTheEdges()
    {
        using var source = new SKBitmap(new SKImageInfo(4, 5, SKColorType.Rgba8888, SKAlphaType.Opaque));
        source.Erase(Ink);

        using var resized = source.Resize(new SKImageInfo(13, 7, SKColorType.Rgba8888, SKAlphaType.Opaque), new SKSamplingOptions(SKFilterMode.Linear));

        Assert.Equal(13 * 7, resized.Pixels.Count(pixel => pixel == Ink));
    }

    [Fact]
    public void DrawLine_AfterDispose_Throws()
    {
        using var bitmap = Pictures.White(4, 5);
        using var line = Pictures.Stroke(Ink, 1);
        var canvas = new SKCanvas(bitmap);
        canvas.Dispose();
        canvas.Dispose();

        Assert.Throws<ObjectDisposedException>(() => canvas.DrawLine(0, 0, 1, 1, line));
    }
}
