using static SkiaSharp.Native.Cairo;

namespace SkiaSharp.Native;

/// <summary>An image as a Cairo surface to paint with: the pixels themselves where they fit, else a converted copy.</summary>
internal sealed unsafe class ImageSource : IDisposable
{
    private readonly SKImage _image;
    private readonly PixelMemory _copy;

    /// <param name="image">What is painted.</param>
    /// <param name="swapRedBlue">The target's pixels are RGBA.</param>
    public ImageSource(SKImage image, bool swapRedBlue)
    {
        _image = image;
        var pixels = image.Pixels.View;
        var wanted = swapRedBlue ? SKColorType.Rgba8888 : SKColorType.Bgra8888;
        if (!pixels.IsCairoArgb || pixels.Info.ColorType != wanted)
        {
            var alphaType = pixels.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
            var info = new SKImageInfo(image.Width, image.Height, wanted, alphaType);
            _copy = new PixelMemory(info.BytesSize64);
            var copy = new PixelView(info, _copy.Data, info.RowBytes);
            pixels.CopyTo(copy);
            pixels = copy;
        }
        // Of opaque pixels the fourth byte says nothing.
        var format = pixels.Info.IsOpaque ? Format.Rgb24 : Format.Argb32;
        Surface = cairo_image_surface_create_for_data(pixels.Data, format, image.Width, image.Height, pixels.RowBytes);
    }

    public nint Surface { get; }

    public void Dispose()
    {
        // What a page keeps of the pixels is copied now, before their memory goes.
        cairo_surface_finish(Surface);
        cairo_surface_destroy(Surface);
        _copy?.Dispose();
        GC.KeepAlive(_image);
    }
}
