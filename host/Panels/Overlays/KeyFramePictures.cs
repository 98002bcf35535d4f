using ImGuiNET;

using SkiaSharp;

using VolumeViewer.Host.Export;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Draws the small picture of a key frame when it is taken: the 3-D view as it is then, or the slice where that is all that is shown. What lies over the views is not in it. It also holds the
/// textures by which the pictures are shown.
/// </summary>
internal sealed class KeyFramePictures : IViewOverlay, IDisposable
{
    private readonly ViewTools _tools;
    private readonly RenderTarget _target;
    private readonly Dictionary<string, PictureTexture> _textures = [];

    public KeyFramePictures(ViewTools tools)
    {
        (_tools, _target) = (tools, new RenderTarget(tools.Gl));
        Desk.TextureOf = TextureOf;
    }

    private ExportDesk Desk => _tools.Bench.Export;

    public void Draw(ImDrawListPtr draw, VolumeTouch touch) =>
        Take(() => _tools.Renderer.DrawVolumeView(_tools.Bench.Viewer, _target, RenderQuality.Full));

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (_tools.Bench.Viewer.Layout is not (ViewLayout.SliceZ or ViewLayout.SliceY or ViewLayout.SliceX))
            return;
        var share = Math.Min((double)KeyFrame.PictureWidth / touch.Frame.Width, (double)KeyFrame.PictureHeight / touch.Frame.Height);
        Take(() => _tools.Renderer.DrawSliceView(_tools.Bench.Viewer, touch.Camera.Finer(share), _target));
    }

    public void Dispose()
    {
        Desk.TextureOf = null;
        foreach (var texture in _textures.Values)
            texture.Dispose();
        _textures.Clear();
        _target.Dispose();
    }

    private void Take(Action draw)
    {
        if (Desk.Unpictured is not { } frame)
            return;
        try
        {
            _target.Resize(KeyFrame.PictureWidth, KeyFrame.PictureHeight);
            draw();
            // While data still come in, the next frame shows more of them.
            if (_tools.Renderer.IsComplete)
                Desk.SetPicture(frame, Convert.ToBase64String(Png(_target.ReadRgba())));
        }
        catch (Exception problem) when (problem is UserException or GlException)
        {
            // The key frame is what matters; without a picture its number stands alone.
            Desk.SetPicture(frame, "");
            _tools.Bench.Notices.Fail(problem.Message);
        }
    }

    private static byte[] Png(byte[] rgba)
    {
        // The ground of the view is behind what the renderer leaves free.
        using var image = SKImage.FromPixelCopy(new SKImageInfo(KeyFrame.PictureWidth, KeyFrame.PictureHeight, SKColorType.Rgba8888, SKAlphaType.Opaque), rgba);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    // The texture of a key frame's picture, or 0 where it has none that can be shown.
    private uint TextureOf(KeyFrame frame)
    {
        if (frame.Picture.Length == 0)
            return 0;
        if (_textures.TryGetValue(frame.Picture, out var known))
            return known.Handle;
        foreach (var gone in _textures.Keys.Except(Desk.Frames.Select(each => each.Picture)).ToList())
        {
            _textures[gone].Dispose();
            _textures.Remove(gone);
        }
        var texture = _textures[frame.Picture] = new PictureTexture(_tools.Gl);
        using var bitmap = KeyFrame.Decode(frame.Picture);
        if (bitmap is not null)
            texture.Fill(bitmap.Width, bitmap.Height, Rgba(bitmap));
        return texture.Handle;
    }

    private static byte[] Rgba(SKBitmap bitmap)
    {
        var (pixels, rgba) = (bitmap.Pixels, new byte[bitmap.Width * bitmap.Height * 4]);
        for (var index = 0; index < pixels.Length; index++)
            (rgba[index * 4], rgba[(index * 4) + 1], rgba[(index * 4) + 2], rgba[(index * 4) + 3]) = (pixels[index].Red, pixels[index].Green, pixels[index].Blue, 255);
        return rgba;
    }
}
