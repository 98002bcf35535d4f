using SkiaSharp;

namespace SkiaTests;

public class PngTests
{
    [Theory]
    [InlineData(SKColorType.Bgra8888)]
    [InlineData(SKColorType.Rgba8888)]
    public void Encode_OfOpaquePixels_RoundTripsExactly(SKColorType colorType)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(5, 7, colorType, SKAlphaType.Opaque));
        bitmap.Pixels = Pictures.Gradient(5, 7, _ => 255);

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var decoded = SKBitmap.Decode(png.ToArray());

        Assert.Equal((5, 7, SKAlphaType.Opaque), (decoded.Width, decoded.Height, decoded.AlphaType));
        Assert.Equal(bitmap.Pixels, decoded.Pixels);
    }

    [Fact]
    public void Encode_OfPremultipliedPixels_RoundTripsExactlyAtEveryAlpha()
    {
        // Every channel value that each alpha allows: 256 x 256, premultiplied channels never above alpha.
        using var bitmap = new SKBitmap(new SKImageInfo(256, 256, SKColorType.Bgra8888, SKAlphaType.Premul));
        var bytes = bitmap.GetPixelSpan();
        for (var i = 0; i < 256 * 256; i++)
        {
            var (alpha, channel) = (i / 256, Math.Min(i % 256, i / 256));
            (bytes[4 * i], bytes[4 * i + 1], bytes[4 * i + 2], bytes[4 * i + 3]) = ((byte)channel, (byte)(alpha - channel), (byte)(channel / 2), (byte)alpha);
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var decoded = SKBitmap.Decode(png.ToArray());

        Assert.Equal(SKAlphaType.Premul, decoded.AlphaType);
        Assert.Equal(bitmap.Bytes, decoded.Bytes);
    }

    [Fact]
    public void Encode_OfTranslucentPixels_WritesThemUnpremultiplied()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(1, 1, SKColorType.Bgra8888, SKAlphaType.Premul));
        // Half of (200, 100, 50): what is stored is the colour times alpha.
        bitmap.SetPixel(0, 0, new SKColor(200, 100, 50, 128));
        Assert.Equal([25, 50, 100, 128], bitmap.Bytes);

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        // One row of one pixel: filter byte, then R, G, B, A. Back from (100, 50, 25) / 128 x 255, rounded.
        Assert.Equal([0, 199, 100, 50, 128], Inflate(png.ToArray()));
    }

    [Fact]
    public void Encode_OfGray8_WritesAGrayPngThatDecodesToGray8()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(5, 3, SKColorType.Gray8, SKAlphaType.Opaque));
        for (var i = 0; i < 15; i++)
            bitmap.GetPixelSpan()[i] = (byte)(i * 17);

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var decoded = SKBitmap.Decode(png.ToArray());

        Assert.Equal(0, png.ToArray()[25]);
        Assert.Equal(SKColorType.Gray8, decoded.ColorType);
        Assert.Equal(bitmap.Bytes, decoded.Bytes);
    }

    [Fact]
    public void Decode_FromStreamFileDataAndImage_GivesTheSamePixels()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(4, 5, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Pixels = Pictures.Gradient(4, 5, _ => 255);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        try
        {
            using (var file = File.Create(path))
                png.SaveTo(file);
            using var fromFile = SKBitmap.Decode(path);
            using var fromStream = SKBitmap.Decode(png.AsStream());
            using var encoded = SKImage.FromEncodedData(png);
            using var fromImage = SKBitmap.FromImage(encoded);

            Assert.Equal(new FileInfo(path).Length, png.Size);
            Assert.Equal(bitmap.Pixels, fromFile.Pixels);
            Assert.Equal(bitmap.Pixels, fromStream.Pixels);
            Assert.Equal(bitmap.Pixels, fromImage.Pixels);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Decode_OfWhatIsNoPng_GivesNullForStreamsAndFilesAndThrowsForBytes()
    {
        byte[] text = [.. "This is a text, not a picture."u8];

        Assert.Null(SKBitmap.Decode(new MemoryStream(text)));
        Assert.Null(SKBitmap.Decode(Path.Combine(Path.GetTempPath(), "no-such-picture.png")));
        Assert.Null(SKImage.FromEncodedData(text));
        Assert.Throws<ArgumentNullException>(() => SKBitmap.Decode(text));
    }

    [Fact]
    public void Decode_OfTruncatedPng_GivesNull()
    {
        using var bitmap = Pictures.White(40, 30);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        Assert.Null(SKBitmap.Decode(new MemoryStream(png.ToArray(), 0, 60)));
    }

    [Fact]
    public void Encode_IntoStreamThatFails_ThrowsItsOwnException()
    {
        using var bitmap = Pictures.White(4, 5);
        using var readOnly = new MemoryStream(new byte[10], writable: false);

        Assert.Throws<NotSupportedException>(() => bitmap.Encode(readOnly, SKEncodedImageFormat.Png, 100));
    }

    [Fact]
    public void Encode_AsAnotherFormat_SaysThatPngIsTheOne()
    {
        using var bitmap = Pictures.White(4, 5);

        var error = Assert.Throws<NotSupportedException>(() => bitmap.Encode(SKEncodedImageFormat.Jpeg, 90));

        Assert.Contains("Jpeg", error.Message, StringComparison.Ordinal);
    }

    // The compressed data of a small PNG is in one chunk.
    private static byte[] Inflate(byte[] png)
    {
        var at = png.AsSpan().IndexOf("IDAT"u8);
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4));
        using var data = new System.IO.Compression.ZLibStream(new MemoryStream(png, at + 4, length), System.IO.Compression.CompressionMode.Decompress);
        using var raw = new MemoryStream();
        data.CopyTo(raw);
        return raw.ToArray();
    }
}
