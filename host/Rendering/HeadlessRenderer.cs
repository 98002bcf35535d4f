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
        var (picture, panes) = RenderBare(viewer, layout, width, height, options, session: null, cancellationToken);
        using var canvas = new SKCanvas(picture);
        Explain(canvas, viewer, panes, options);
        canvas.Flush();
        return picture;
    }

    /// <summary>Draws the viewer as the layout shows it, without explanations. The caller disposes the picture.</summary>
    /// <returns>The picture, and the views within it.</returns>
    /// <param name="viewer">What is shown.</param>
    /// <param name="layout">Which views.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="options">How it is drawn.</param>
    /// <param name="session">Draws several pictures one after the other, on one thread; null draws this one alone.</param>
    /// <param name="cancellationToken">Cancels the reading of large layers.</param>
    /// <exception cref="UserException">There is no OpenGL, or a layer cannot be read.</exception>
    public static (SKBitmap Picture, IReadOnlyList<ViewPane> Panes) RenderBare(
        Viewer viewer, ViewLayout layout, int width, int height, RenderOptions options, HeadlessSession? session = null, CancellationToken cancellationToken = default)
    {
        try
        {
            using var own = session is null ? new HeadlessSession(options.Renderer) : null;
            return Draw(session ?? own!, viewer, layout, width, height, options, cancellationToken);
        }
        catch (GlException failure)
        {
            throw new UserException($"The picture cannot be drawn. {failure.Message}", failure);
        }
    }

    /// <summary>Draws what explains the views: scale bars, names of axes, phases, grey values.</summary>
    public static void Explain(SKCanvas canvas, Viewer viewer, IReadOnlyList<ViewPane> panes, RenderOptions options)
    {
        var scale = options.TextPixels > 0 ? options.TextPixels / Overlay.TextSize : Math.Clamp(Math.Min(panes[0].Width, panes[0].Height) / 560f, 0.8f, 3f);
        using var overlay = new Overlay(canvas, viewer, scale, options);
        for (var i = 0; i < panes.Count; i++)
        {
            overlay.Draw(panes[i], options, withKeys: i == panes.Count - 1, withCrosshair: options.Crosshair && panes.Select(each => each.Plane?.Across).Distinct().Count() > 1);
            if (options.PanelLetters)
                overlay.DrawLetter(panes[i], i);
        }
    }

    private static (SKBitmap, IReadOnlyList<ViewPane>) Draw(HeadlessSession session, Viewer viewer, ViewLayout layout, int width, int height, RenderOptions options, CancellationToken cancellationToken)
    {
        var (renderer, target) = (session.Renderer, session.Target);
        renderer.IsTransparent = options.Background != FigureBackground.Dark;
        options = options with { Supersampling = Math.Clamp(session.MaxSize / Math.Max(width, height), 1, options.Supersampling) };
        renderer.Finish(viewer, cancellationToken);
        foreach (var notice in renderer.Notices)
            options.Notice?.Invoke(notice);
        var panes = ViewPane.Arrange(viewer, layout, width, height);
        foreach (var pane in panes)
        {
            if (pane.Slice is { } slice && options.Places.TryGetValue(slice.Axis, out var place))
                place.Put(slice, viewer.Extent, pane.Width, pane.Height);
        }
        var pixels = new List<byte[]>();
        foreach (var pane in panes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pixels.Add(Compose(viewer, pane, pane.Sides.Select(side =>
            {
                renderer.Shows = side.Shows;
                DrawPane(renderer, viewer, pane, target, options, cancellationToken);
                return Average(target, options.Supersampling, options.Background);
            }).ToList()));
            renderer.Shows = null;
        }
        var picture = new SKBitmap(width, height, SKColorType.Bgra8888, SKAlphaType.Premul);
        picture.Erase(options.Background switch { FigureBackground.Dark => Separator, FigureBackground.White => SKColors.White, _ => SKColors.Transparent });
        foreach (var (pane, bgra) in panes.Zip(pixels))
            Insert(picture, pane, bgra);
        return (picture, panes);
    }

    private static void DrawPane(SceneRenderer renderer, Viewer viewer, ViewPane pane, RenderTarget target, RenderOptions options, CancellationToken cancellationToken)
    {
        target.Resize(pane.Width * options.Supersampling, pane.Height * options.Supersampling);
        // Before anything is drawn, since that takes long with the processor's cores.
        while (pane.Plane is null && options.Quality == RenderQuality.Full && !renderer.Refine(viewer, target.Width, target.Height, TimeSpan.FromSeconds(0.1)))
            cancellationToken.ThrowIfCancellationRequested();
        do
        {
            if (pane.Plane is { } plane)
                renderer.DrawSliceView(viewer, plane.Finer(options.Supersampling), target, options.Supersampling);
            else
                renderer.DrawVolumeView(viewer, target, options.Quality);
        }
        while (!renderer.IsComplete);
    }

    // Two sides in one place become one picture.
    private static byte[] Compose(Viewer viewer, ViewPane pane, List<byte[]> sides)
    {
        if (sides.Count == 1 || viewer.Comparison is not { } comparison)
            return sides[0];
        var picture = sides[0].ToArray();
        foreach (var tile in ComparisonTile.Of(comparison, pane.Width, pane.Height).Where(tile => tile.Side > 0))
        {
            for (var y = tile.Y; y < tile.Y + tile.Height; y++)
            {
                var row = ((y * pane.Width) + tile.X) * 4;
                sides[tile.Side].AsSpan(row, tile.Width * 4).CopyTo(picture.AsSpan(row));
            }
        }
        return picture;
    }

    // The picture as BGRA, premultiplied, each pixel the mean of its samples.
    private static byte[] Average(RenderTarget target, int samples, FigureBackground background)
    {
        var rgba = target.ReadRgba();
        var (width, height) = (target.Width / samples, target.Height / samples);
        var bgra = new byte[width * height * 4];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                int red = 0, green = 0, blue = 0, alpha = 0;
                for (var j = 0; j < samples; j++)
                {
                    var from = ((((y * samples) + j) * target.Width) + (x * samples)) * 4;
                    for (var i = 0; i < samples; i++, from += 4)
                        (red, green, blue, alpha) = (red + rgba[from], green + rgba[from + 1], blue + rgba[from + 2], alpha + rgba[from + 3]);
                }
                var (to, count) = (((y * width) + x) * 4, samples * samples);
                var (a, white) = ((alpha + (count / 2)) / count, 0);
                // Whatever a renderer leaves there, the window's own ground lets nothing through; white paper fills what is left.
                if (background == FigureBackground.White)
                    white = 255 - a;
                bgra[to] = (byte)Math.Min(255, ((blue + (count / 2)) / count) + white);
                bgra[to + 1] = (byte)Math.Min(255, ((green + (count / 2)) / count) + white);
                bgra[to + 2] = (byte)Math.Min(255, ((red + (count / 2)) / count) + white);
                bgra[to + 3] = background == FigureBackground.Transparent ? (byte)a : (byte)255;
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
