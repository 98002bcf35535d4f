using System.Numerics;

using ImGuiNET;

using Silk.NET.OpenGL;

using SkiaSharp;

using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Lines of text of any size for the window, each drawn as figures draw it and kept as a picture while it is shown: the window's own letters are of few sizes, and blurred at others.
/// </summary>
internal sealed class NoteLetters(GL gl) : IDisposable
{
    // Wider pictures are more than drivers take; such a line leaves the view anyhow.
    private const float MostPixels = 8192;

    private readonly Dictionary<Key, Line> _lines = [];
    private readonly Dictionary<float, SKFont> _fonts = [];
    private int _frame;

    /// <summary>How many lines are kept.</summary>
    public int Count => _lines.Count;

    /// <summary>Width and height of a line.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Height of the letters, pixels of the window.</param>
    public Vector2 Measure(string text, float size)
    {
        if (!_fonts.TryGetValue(size, out var font))
        {
            ForgetFonts();
            _fonts[size] = font = new SKFont(SKTypeface.Default, size);
        }
        return new Vector2(font.MeasureText(text), size * SkiaMarkPen.LineSpacing);
    }

    /// <summary>Writes a line.</summary>
    /// <param name="draw">Gets it.</param>
    /// <param name="corner">Upper left corner, in the window.</param>
    /// <param name="text">One line.</param>
    /// <param name="size">Height of the letters, pixels of the window.</param>
    /// <param name="color">Of the letters, (r, g, b, a) from 0 to 1.</param>
    /// <param name="outline">Around the letters, or null for none.</param>
    public void Write(ImDrawListPtr draw, Vector2 corner, string text, float size, Vector4 color, Vector4? outline)
    {
        ForgetUnused();
        var key = new Key(text, size, color, outline);
        if (!_lines.TryGetValue(key, out var line))
            _lines[key] = line = Make(key);
        line.LastFrame = _frame;
        var place = new Vector2(MathF.Round((corner.X - line.Margin) * line.Density), MathF.Round((corner.Y - line.Margin) * line.Density)) / line.Density;
        draw.AddImage((IntPtr)line.Picture.Handle, place, place + (new Vector2(line.Picture.Width, line.Picture.Height) / line.Density));
    }

    public void Dispose()
    {
        foreach (var line in _lines.Values)
            line.Picture.Dispose();
        foreach (var font in _fonts.Values)
            font.Dispose();
        _lines.Clear();
        _fonts.Clear();
    }

    private Line Make(Key key)
    {
        var margin = MathF.Ceiling(key.Size * 0.2f) + 2;
        var room = Measure(key.Text, key.Size) + new Vector2(2 * margin);
        // As fine as the framebuffer, so that its pixels are those of the picture.
        var density = Math.Min(Math.Max(0.5f, ImGui.GetIO().DisplayFramebufferScale.X), MostPixels / Math.Max(room.X, room.Y));
        var (width, height) = ((int)MathF.Ceiling(room.X * density), (int)MathF.Ceiling(room.Y * density));
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
        bitmap.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(bitmap))
        using (var pen = new SkiaMarkPen(canvas, room * density, Theme.Scale * density, key.Size * density, SKTypeface.Default, new RenderOptions()))
        {
            pen.Write(new Vector2(margin * density), key.Text, key.Color, key.Outline);
            canvas.Flush();
        }
        var picture = new PictureTexture(gl);
        picture.Fill(width, height, Straight(bitmap.GetPixelSpan()));
        return new Line(picture, margin, density);
    }

    // The window blends colours that are not yet multiplied by their opacity.
    private static byte[] Straight(ReadOnlySpan<byte> premultiplied)
    {
        var rgba = premultiplied.ToArray();
        for (var at = 0; at < rgba.Length; at += 4)
        {
            var alpha = rgba[at + 3];
            if (alpha is 0 or 255)
                continue;
            for (var channel = at; channel < at + 3; channel++)
                rgba[channel] = (byte)Math.Min(255, ((rgba[channel] * 255) + (alpha / 2)) / alpha);
        }
        return rgba;
    }

    // What was drawn in the frame before may still be shown by a view that comes later in this one.
    private void ForgetUnused()
    {
        var frame = ImGui.GetFrameCount();
        if (frame == _frame)
            return;
        foreach (var (key, line) in _lines.Where(each => each.Value.LastFrame < _frame).ToList())
        {
            line.Picture.Dispose();
            _lines.Remove(key);
        }
        _frame = frame;
    }

    // While a size is dragged there are ever new ones.
    private void ForgetFonts()
    {
        if (_fonts.Count < 64)
            return;
        foreach (var font in _fonts.Values)
            font.Dispose();
        _fonts.Clear();
    }

    private readonly record struct Key(string Text, float Size, Vector4 Color, Vector4? Outline);

    private sealed record Line(PictureTexture Picture, float Margin, float Density)
    {
        public int LastFrame { get; set; }
    }
}
