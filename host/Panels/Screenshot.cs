using Silk.NET.OpenGL;

using SkiaSharp;

using VolumeViewer.Host.Operations;

namespace VolumeViewer.Host.Panels;

/// <summary>A picture of the window.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Rgba">The pixels, the top row first.</param>
internal sealed record Screenshot(int Width, int Height, byte[] Rgba)
{
    /// <summary>Reads back what was drawn last.</summary>
    public static unsafe Screenshot Read(GL gl, int width, int height)
    {
        var upsideDown = new byte[width * height * 4];
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        gl.PixelStore(PixelStoreParameter.PackAlignment, 4);
        fixed (byte* pixels = upsideDown)
            gl.ReadPixels(0, 0, (uint)width, (uint)height, PixelFormat.Rgba, PixelType.UnsignedByte, pixels);
        var rgba = new byte[upsideDown.Length];
        for (var y = 0; y < height; y++)
            upsideDown.AsSpan((height - 1 - y) * width * 4, width * 4).CopyTo(rgba.AsSpan(y * width * 4));
        // A window has no transparent parts, whatever the framebuffer says.
        for (var alpha = 3; alpha < rgba.Length; alpha += 4)
            rgba[alpha] = 255;
        return new Screenshot(width, height, rgba);
    }

    /// <summary>Writes it as a PNG file.</summary>
    /// <exception cref="Sdk.UserException">It cannot be written.</exception>
    public void Save(string path)
    {
        using var image = SKImage.FromPixelCopy(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque), Rgba);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        OutputPath.WriteAllBytes(path, data.ToArray());
    }
}
