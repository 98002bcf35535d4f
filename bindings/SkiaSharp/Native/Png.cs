using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static SkiaSharp.Native.Cairo;

namespace SkiaSharp.Native;

/// <summary>PNG through Cairo's stream writer and reader.</summary>
internal static unsafe class Png
{
    /// <summary>Eight bits a channel: RGB for opaque pixels, grey for grey ones, RGBA (not premultiplied) for the others.</summary>
    public static void Write(PixelView pixels, Stream target)
    {
        var format = pixels.Info.ColorType == SKColorType.Gray8 ? Format.A8 : pixels.Info.IsOpaque ? Format.Rgb24 : Format.Argb32;
        // Cairo writes from its own layout only; its rows of grey are padded to four bytes.
        var info = format == Format.A8 ? pixels.Info : new SKImageInfo(pixels.Info.Width, pixels.Info.Height, SKColorType.Bgra8888,
            pixels.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul);
        var stride = (info.RowBytes + 3) & ~3;
        using var memory = new PixelMemory((long)stride * info.Height);
        pixels.CopyTo(new PixelView(info, memory.Data, stride));

        var surface = cairo_image_surface_create_for_data(memory.Data, format, info.Width, info.Height, stride);
        var call = new StreamCall(target);
        var handle = GCHandle.Alloc(call);
        try
        {
            Check(cairo_surface_status(surface), $"Encoding {info.Width} x {info.Height} pixels");
            var status = cairo_surface_write_to_png_stream(surface, &WriteBytes, (void*)GCHandle.ToIntPtr(handle));
            call.Rethrow();
            Check(status, $"Encoding {info.Width} x {info.Height} pixels");
        }
        finally
        {
            handle.Free();
            cairo_surface_destroy(surface);
        }
    }

    /// <summary>The picture, or null where the bytes are no PNG.</summary>
    public static SKBitmap Read(byte[] bytes)
    {
        var call = new StreamCall(new MemoryStream(bytes, writable: false));
        var handle = GCHandle.Alloc(call);
        nint surface = 0;
        try
        {
            surface = cairo_image_surface_create_from_png_stream(&ReadBytes, (void*)GCHandle.ToIntPtr(handle));
            if (cairo_surface_status(surface) != Status.Success)
                return null;
            cairo_surface_flush(surface);
            var isOpaque = cairo_image_surface_get_format(surface) == Format.Rgb24;
            var info = new SKImageInfo(cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface),
                SKColorType.Bgra8888, isOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul);
            var bitmap = new SKBitmap(isOpaque && IsGrey(bytes) ? info.WithColorType(SKColorType.Gray8) : info);
            new PixelView(info, (byte*)cairo_image_surface_get_data(surface), cairo_image_surface_get_stride(surface)).CopyTo(bitmap.View);
            return bitmap;
        }
        finally
        {
            cairo_surface_destroy(surface);
            handle.Free();
        }
    }

    // The colour type is the tenth byte of the header chunk, which follows 8 bytes of signature, 4 of length and 4 of name.
    private static bool IsGrey(byte[] bytes) => bytes.Length > 25 && bytes[25] == 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Status WriteBytes(void* closure, byte* data, uint length) =>
        Call(closure).Run(stream => stream.Write(new ReadOnlySpan<byte>(data, (int)length)), Status.WriteError);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Status ReadBytes(void* closure, byte* data, uint length) =>
        Call(closure).Run(stream => stream.ReadExactly(new Span<byte>(data, (int)length)), Status.ReadError);

    private static StreamCall Call(void* closure) => (StreamCall)GCHandle.FromIntPtr((nint)closure).Target;
}
