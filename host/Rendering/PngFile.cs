using SkiaSharp;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Writes pictures.</summary>
internal static class PngFile
{
    /// <summary>Writes a PNG under a temporary name beside the path, and renames it when it is complete.</summary>
    /// <exception cref="UserException">The path cannot be written; nothing is left behind.</exception>
    public static void Write(SKBitmap picture, string path)
    {
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        OutputPath.WriteAllBytes(path, png.ToArray());
    }
}
