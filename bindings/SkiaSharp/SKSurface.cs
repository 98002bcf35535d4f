namespace SkiaSharp;

/// <summary>Pixels and the canvas that draws on them.</summary>
public class SKSurface : SKObject
{
    private readonly SKBitmap _pixels;

    private SKSurface(SKBitmap pixels)
        : base(pixels.Handle)
    {
        _pixels = pixels;
        Canvas = new SKCanvas(pixels);
    }

    public SKCanvas Canvas { get; }

    /// <summary>Null where there can be no such surface.</summary>
    public static SKSurface Create(SKImageInfo info) => Create(info, 0);

    /// <param name="info">Size and layout.</param>
    /// <param name="rowBytes">0 for rows without padding.</param>
    public static SKSurface Create(SKImageInfo info, int rowBytes)
    {
        var pixels = new SKBitmap();
        return pixels.TryAllocPixels(info, rowBytes == 0 ? info.RowBytes : rowBytes) ? new SKSurface(pixels) : null;
    }

    public static SKSurface Create(SKImageInfo info, IntPtr pixels) => Create(info, pixels, info.RowBytes);

    /// <summary>Draws into the caller's memory, which must outlive the surface.</summary>
    public static SKSurface Create(SKImageInfo info, IntPtr pixels, int rowBytes)
    {
        var bitmap = new SKBitmap();
        return pixels != 0 && bitmap.InstallPixels(info, pixels, rowBytes) ? new SKSurface(bitmap) : null;
    }

    public SKImage Snapshot() => SKImage.FromBitmap(_pixels);

    public bool ReadPixels(SKImageInfo dstInfo, IntPtr dstPixels, int dstRowBytes, int srcX, int srcY)
    {
        using var image = Snapshot();
        return image.ReadPixels(dstInfo, dstPixels, dstRowBytes, srcX, srcY);
    }

    public void Flush() => Canvas.Flush();

    protected override void DisposeManaged()
    {
        Canvas.Dispose();
        _pixels.Dispose();
    }
}
