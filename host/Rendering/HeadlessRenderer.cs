using System.Runtime.InteropServices;
using SkiaSharp;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws pictures of a viewer without a window.</summary>
internal static class HeadlessRenderer
{
    /// <summary>Colour of the lines between views.</summary>
    private static readonly SKColor Separator = new(44, 52, 66);

    /// <summary>Draws the viewer as the layout shows it, with explanations. The caller disposes the picture.</summary>
    /// <param name="viewer">Cursor and camera are taken as they are, see <see cref="Viewer.ResetView"/>; slices are shown whole.</param>
    /// <param name="layout">Which views.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="options">What is drawn besides the layers.</param>
    /// <param name="cancellationToken">Cancels the reading of large layers.</param>
    /// <exception cref="UserException">There is no OpenGL, or a layer cannot be read.</exception>
    public static SKBitmap Render(
        Viewer viewer, ViewLayout layout, int width, int height, RenderOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Supersampling, 1);
        try
        {
            return Draw(viewer, layout, width, height, options, cancellationToken);
        }
        catch (GlException failure)
        {
            throw new UserException($"The picture cannot be drawn. {failure.Message}", failure);
        }
    }

    private static SKBitmap Draw(Viewer viewer, ViewLayout layout, int width, int height, RenderOptions options, CancellationToken cancellationToken)
    {
        using var context = OffscreenContext.Create();
        using var renderer = new SceneRenderer(context.Gl) { UploadTime = TimeSpan.FromSeconds(1) };
        using var target = new RenderTarget(context.Gl);
        renderer.Finish(viewer, cancellationToken);
        foreach (var notice in renderer.Notices)
            options.Notice?.Invoke(notice);
        var panes = ViewPane.Arrange(viewer, layout, width, height);
        var pixels = new List<byte[]>();
        foreach (var pane in panes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DrawPane(renderer, viewer, pane, target, options);
            pixels.Add(Average(target, options.Supersampling));
        }
        var picture = new SKBitmap(width, height, SKColorType.Bgra8888, SKAlphaType.Premul);
        picture.Erase(Separator);
        foreach (var (pane, bgra) in panes.Zip(pixels))
            Insert(picture, pane, bgra);
        using var canvas = new SKCanvas(picture);
        using var overlay = new Overlay(canvas, viewer, Math.Clamp(Math.Min(panes[0].Width, panes[0].Height) / 560f, 0.8f, 3f));
        foreach (var pane in panes)
            overlay.Draw(pane, options, withKeys: pane == panes[^1], withCrosshair: options.Crosshair && panes.Count > 1);
        canvas.Flush();
        return picture;
    }

    private static void DrawPane(SceneRenderer renderer, Viewer viewer, ViewPane pane, RenderTarget target, RenderOptions options)
    {
        target.Resize(pane.Width * options.Supersampling, pane.Height * options.Supersampling);
        do
        {
            if (pane.Slice is null)
            {
                renderer.DrawVolumeView(viewer, target, options.Quality);
            }
            else
            {
                var finer = new SliceCamera(pane.Slice.Axis)
                {
                    CenterU = pane.Slice.CenterU,
                    CenterV = pane.Slice.CenterV,
                    MicrometresPerPixel = pane.Slice.MicrometresPerPixel / options.Supersampling,
                };
                renderer.DrawSliceView(viewer, finer, target, options.Supersampling);
            }
        }
        while (!renderer.IsComplete);
    }

    // The picture as BGRA, each pixel the mean of its samples.
    private static byte[] Average(RenderTarget target, int samples)
    {
        var rgba = target.ReadRgba();
        var (width, height) = (target.Width / samples, target.Height / samples);
        var bgra = new byte[width * height * 4];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                int red = 0, green = 0, blue = 0;
                for (var j = 0; j < samples; j++)
                {
                    var from = ((((y * samples) + j) * target.Width) + (x * samples)) * 4;
                    for (var i = 0; i < samples; i++, from += 4)
                        (red, green, blue) = (red + rgba[from], green + rgba[from + 1], blue + rgba[from + 2]);
                }
                var (to, count) = (((y * width) + x) * 4, samples * samples);
                bgra[to] = (byte)((blue + (count / 2)) / count);
                bgra[to + 1] = (byte)((green + (count / 2)) / count);
                bgra[to + 2] = (byte)((red + (count / 2)) / count);
                bgra[to + 3] = 255;
            }
        });
        return bgra;
    }

    private static void Insert(SKBitmap picture, ViewPane pane, byte[] bgra)
    {
        for (var y = 0; y < pane.Height; y++)
            Marshal.Copy(bgra, y * pane.Width * 4, picture.GetPixels() + ((pane.Y + y) * picture.RowBytes) + (pane.X * 4), pane.Width * 4);
    }
}
