using SkiaSharp.Native;

namespace SkiaSharp;

/// <summary>A picture that does not change.</summary>
public unsafe class SKImage : SKObject
{
    private SKImage(SKBitmap pixels)
        : base(pixels.Handle) => Pixels = pixels;

    public int Width => Pixels.Width;

    public int Height => Pixels.Height;

    public SKColorType ColorType => Pixels.ColorType;

    public SKAlphaType AlphaType => Pixels.AlphaType;

    public SKImageInfo Info => Pixels.Info;

    internal SKBitmap Pixels { get; }

    public static SKImage FromBitmap(SKBitmap bitmap)
    {
        ArgumentNullException.ThrowIfNull(bitmap);
        return bitmap.Copy() is { } copy ? new SKImage(copy) : null;
    }

    public static SKImage FromPixelCopy(SKImageInfo info, byte[] pixels) => FromPixelCopy(info, pixels, info.RowBytes);

    public static SKImage FromPixelCopy(SKImageInfo info, byte[] pixels, int rowBytes)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        return FromPixelCopy(info, pixels.AsSpan(), rowBytes);
    }

    public static SKImage FromPixelCopy(SKImageInfo info, ReadOnlySpan<byte> pixels) => FromPixelCopy(info, pixels, info.RowBytes);

    /// <summary>Null where the bytes are too few for the picture.</summary>
    public static SKImage FromPixelCopy(SKImageInfo info, ReadOnlySpan<byte> pixels, int rowBytes)
    {
        if (info.IsEmpty || pixels.Length < (long)rowBytes * (info.Height - 1) + info.RowBytes64)
            return null;
        fixed (byte* data = pixels)
            return FromPixelCopy(info, (IntPtr)data, rowBytes);
    }

    public static SKImage FromPixelCopy(SKImageInfo info, IntPtr pixels) => FromPixelCopy(info, pixels, info.RowBytes);

    public static SKImage FromPixelCopy(SKImageInfo info, IntPtr pixels, int rowBytes)
    {
        ArgumentNullException.ThrowIfNull((void*)pixels, nameof(pixels));
        using var borrowed = new SKBitmap();
        return borrowed.InstallPixels(info, pixels, rowBytes) ? FromBitmap(borrowed) : null;
    }

    public static SKImage FromEncodedData(SKData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Wrap(Png.Read(data.ToArray()));
    }

    public static SKImage FromEncodedData(ReadOnlySpan<byte> data)
    {
        if (data.Length == 0)
            throw new ArgumentException("There are no bytes to decode.", nameof(data));
        return Wrap(Png.Read(data.ToArray()));
    }

    public static SKImage FromEncodedData(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return FromEncodedData(data.AsSpan());
    }

    public static SKImage FromEncodedData(Stream data) => Wrap(SKBitmap.Decode(data));

    public static SKImage FromEncodedData(string filename) => Wrap(SKBitmap.Decode(filename));

    public SKData Encode() => Encode(SKEncodedImageFormat.Png, 100);

    public SKData Encode(SKEncodedImageFormat format, int quality) => Pixels.Encode(format, quality);

    public bool ReadPixels(SKImageInfo dstInfo, IntPtr dstPixels) => ReadPixels(dstInfo, dstPixels, dstInfo.RowBytes);

    public bool ReadPixels(SKImageInfo dstInfo, IntPtr dstPixels, int dstRowBytes) => ReadPixels(dstInfo, dstPixels, dstRowBytes, 0, 0);

    /// <summary>Fills what the rectangle at (srcX, srcY) has in common with the picture; false where that is nothing.</summary>
    public bool ReadPixels(SKImageInfo dstInfo, IntPtr dstPixels, int dstRowBytes, int srcX, int srcY)
    {
        using var destination = new SKBitmap();
        if (!destination.InstallPixels(dstInfo, dstPixels, dstRowBytes))
            return false;
        var (left, top) = (Math.Max(0, srcX), Math.Max(0, srcY));
        var (right, bottom) = (Math.Min((long)Width, (long)srcX + dstInfo.Width), Math.Min((long)Height, (long)srcY + dstInfo.Height));
        if (left >= right || top >= bottom)
            return false;
        var (source, target) = (Pixels.View, destination.View);
        var (width, height) = ((int)(right - left), (int)(bottom - top));
        var from = new PixelView(source.Info.WithSize(width, height),
            source.Data + (long)top * source.RowBytes + (long)left * source.Info.BytesPerPixel, source.RowBytes);
        var to = new PixelView(target.Info.WithSize(width, height),
            target.Data + (long)(top - srcY) * target.RowBytes + (long)(left - srcX) * target.Info.BytesPerPixel, target.RowBytes);
        from.CopyTo(to);
        GC.KeepAlive(this);
        return true;
    }

    protected override void DisposeManaged() => Pixels.Dispose();

    // Takes the bitmap over.
    private static SKImage Wrap(SKBitmap decoded) => decoded is null ? null : new SKImage(decoded);
}
