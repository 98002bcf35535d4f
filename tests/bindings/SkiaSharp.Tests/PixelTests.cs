using SkiaSharp;

namespace SkiaTests;

public unsafe class PixelTests
{
    [Theory]
    [InlineData(SKColorType.Bgra8888, SKAlphaType.Opaque, new byte[] { 30, 20, 10, 255 })]
    [InlineData(SKColorType.Rgba8888, SKAlphaType.Opaque, new byte[] { 10, 20, 30, 255 })]
    [InlineData(SKColorType.Rgba8888, SKAlphaType.Unpremul, new byte[] { 10, 20, 30, 255 })]
    public void SetPixel_OfOpaqueColour_StoresBytesInTheOrderOfTheColourType(SKColorType colorType, SKAlphaType alphaType, byte[] expected)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(4, 5, colorType, alphaType));

        bitmap.SetPixel(2, 3, new SKColor(10, 20, 30));

        Assert.Equal(expected, bitmap.GetPixelSpan().Slice(3 * bitmap.RowBytes + 2 * 4, 4).ToArray());
        Assert.Equal(new SKColor(0xFF0A141E), bitmap.GetPixel(2, 3));
    }

    [Theory]
    [InlineData(SKAlphaType.Premul, new byte[] { 100, 50, 25, 128 })]
    [InlineData(SKAlphaType.Unpremul, new byte[] { 200, 100, 50, 128 })]
    public void Erase_WithTranslucentColour_StoresItAsTheAlphaTypeSays(SKAlphaType alphaType, byte[] expected)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(4, 5, SKColorType.Rgba8888, alphaType));

        bitmap.Erase(new SKColor(200, 100, 50, 128));

        Assert.Equal(expected, bitmap.GetPixelSpan()[^4..].ToArray());
    }

    [Theory]
    [InlineData(SKColorType.Bgra8888, SKAlphaType.Premul)]
    [InlineData(SKColorType.Rgba8888, SKAlphaType.Premul)]
    [InlineData(SKColorType.Bgra8888, SKAlphaType.Unpremul)]
    [InlineData(SKColorType.Rgba8888, SKAlphaType.Unpremul)]
    public void DrawRect_OnEveryLayout_BlendsToTheSameColours(SKColorType colorType, SKAlphaType alphaType)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(6, 5, colorType, alphaType));
        bitmap.Erase(new SKColor(10, 200, 100));
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(new SKColor(250, 0, 50, 51));

        canvas.DrawRect(1, 2, 3, 2, paint);

        // A fifth of the one and four fifths of the other.
        Assert.Equal(new SKColor(58, 160, 90), bitmap.GetPixel(2, 3));
        Assert.Equal(new SKColor(10, 200, 100), bitmap.GetPixel(0, 3));
    }

    [Fact]
    public void DrawRect_OnUnpremul_LeavesOtherPixelsExact()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(4, 5, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        // Alpha so low that premultiplied values could not hold these colours.
        bitmap.Pixels = Pictures.Gradient(4, 5, _ => 3);
        var before = bitmap.Pixels;
        using var canvas = new SKCanvas(bitmap);
        using var paint = Pictures.Fill(SKColors.Red);

        canvas.DrawRect(1, 1, 1, 1, paint);

        before[1 * 4 + 1] = SKColors.Red;
        Assert.Equal(before, bitmap.Pixels);
    }

    [Fact]
    public void DrawRect_OnGray8_WritesTheLuminance()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(5, 4, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.Erase(new SKColor(77, 77, 77));
        using var canvas = new SKCanvas(bitmap);
        using var white = Pictures.Fill(SKColors.White);
        using var green = Pictures.Fill(new SKColor(0, 255, 0));

        canvas.DrawRect(0, 0, 1, 1, white);
        canvas.DrawRect(1, 0, 1, 1, green);

        Assert.Equal([255, 182, 77, 77, 77], bitmap.GetPixelSpan()[..5].ToArray());
    }

    [Fact]
    public void Canvas_AfterPixelsWereChangedDirectly_DrawsOverWhatIsThere()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(5, 4, SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        using var half = Pictures.Fill(new SKColor(0, 0, 0, 128));
        canvas.Clear(SKColors.Black);

        bitmap.GetPixelSpan().Fill(200);
        canvas.DrawRect(0, 0, 2, 1, half);

        Assert.Equal([100, 100, 200, 200, 200], bitmap.GetPixelSpan()[..5].ToArray());
    }

    [Theory]
    [InlineData(SKColorType.Rgba8888)]
    [InlineData(SKColorType.Bgra8888)]
    public void Copy_ToAnotherColourType_KeepsColours(SKColorType target)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(5, 3, SKColorType.Bgra8888, SKAlphaType.Unpremul));
        bitmap.Pixels = Pictures.Gradient(5, 3, i => (byte)(i * 15 + 20));

        using var copy = bitmap.Copy(target);

        Assert.Equal(target, copy.ColorType);
        Assert.Equal(bitmap.Pixels, copy.Pixels);
    }

    [Fact]
    public void Pixels_OfPaddedRows_SkipThePadding()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(3, 4, SKColorType.Bgra8888, SKAlphaType.Premul), rowBytes: 20);
        var colours = Pictures.Gradient(3, 4, _ => 255);

        bitmap.Pixels = colours;

        Assert.Equal((20, 3 * 20 + 12), (bitmap.RowBytes, bitmap.ByteCount));
        Assert.Equal(colours[3 * 3 + 1].Blue, bitmap.GetPixelSpan()[3 * 20 + 4]);
        Assert.Equal(colours, bitmap.Pixels);
    }

    [Fact]
    public void FromPixelCopy_OfRgbaBytes_GivesThatPicture()
    {
        byte[] rgba = [.. Enumerable.Range(0, 4 * 5 * 4).Select(i => i % 4 == 3 ? (byte)255 : (byte)(i * 3))];

        using var image = SKImage.FromPixelCopy(new SKImageInfo(4, 5, SKColorType.Rgba8888, SKAlphaType.Opaque), rgba);
        using var bitmap = SKBitmap.FromImage(image);

        Assert.Equal((4, 5), (image.Width, image.Height));
        Assert.Equal(new SKColor(rgba[44], rgba[45], rgba[46]), bitmap.GetPixel(3, 2));
        Assert.Null(SKImage.FromPixelCopy(image.Info, rgba.AsSpan(0, 79)));
    }

    [Fact]
    public void ReadPixels_OfAPart_FillsItAndNothingElse()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(5, 4, SKColorType.Bgra8888, SKAlphaType.Opaque));
        bitmap.Pixels = Pictures.Gradient(5, 4, _ => 255);
        using var image = SKImage.FromBitmap(bitmap);
        using var part = new SKBitmap(new SKImageInfo(3, 3, SKColorType.Rgba8888, SKAlphaType.Opaque));
        part.Erase(SKColors.White);

        Assert.True(image.ReadPixels(part.Info, part.GetPixels(), part.RowBytes, 3, 2));

        Assert.Equal([bitmap.GetPixel(3, 2), bitmap.GetPixel(4, 2), SKColors.White], part.Pixels[..3]);
        Assert.Equal([SKColors.White, SKColors.White, SKColors.White], part.Pixels[6..]);
        Assert.False(image.ReadPixels(part.Info, part.GetPixels(), part.RowBytes, 5, 0));
    }

    [Fact]
    public void Snapshot_IsNotChangedByLaterDrawing()
    {
        using var surface = SKSurface.Create(new SKImageInfo(4, 5, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Red);
        using var image = surface.Snapshot();

        surface.Canvas.Clear(SKColors.Blue);

        using var bitmap = SKBitmap.FromImage(image);
        Assert.All(bitmap.Pixels, pixel => Assert.Equal(SKColors.Red, pixel));
    }

    [Theory]
    [InlineData(0, 5, SKColorType.Rgba8888)]
    [InlineData(4, 5, SKColorType.Unknown)]
    public void SKSurfaceCreate_OfImpossibleInfo_GivesNullAndSKBitmapThrows(int width, int height, SKColorType colorType)
    {
        var info = new SKImageInfo(width, height, colorType);

        Assert.Null(SKSurface.Create(info));
        Assert.ThrowsAny<Exception>(() => new SKBitmap(info));
    }

    [Fact]
    public void Canvas_OutlivingItsBitmap_StillHasItsMemory()
    {
        var bitmap = Pictures.White(40, 50);
        using var canvas = new SKCanvas(bitmap);
        bitmap.Dispose();

        canvas.Clear(SKColors.Red);

        Assert.Throws<ObjectDisposedException>(() => bitmap.GetPixel(0, 0));
    }

    [Theory]
    [InlineData("#f80", 0xFFFF8800)]
    [InlineData("4f80", 0x44FF8800)]
    [InlineData("#10203F", 0xFF10203F)]
    [InlineData("8010203F", 0x8010203F)]
    public void Parse_OfEachForm_GivesTheColour(string text, uint expected) => Assert.Equal(new SKColor(expected), SKColor.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    public void Parse_OfWhatIsNoColour_Throws(string text) => Assert.Throws<ArgumentException>(() => SKColor.Parse(text));
}
