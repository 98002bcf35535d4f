using System.Numerics;
using SkiaSharp;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws what explains a view: scale bar, names of the axes, phases, grey values, crosshair.</summary>
internal sealed class Overlay : IDisposable
{
    private const int MaxLegendLines = 14;

    private static readonly SKColor TextColor = new(226, 231, 238);
    private static readonly SKColor Shadow = new(0, 0, 0, 170);
    private static readonly SKColor Plate = new(12, 15, 20, 165);

    private readonly SKCanvas _canvas;
    private readonly Viewer _viewer;
    private readonly float _scale;
    private readonly SKFont _font;
    private readonly SKPaint _paint = new() { IsAntialias = true };

    /// <param name="canvas">Of the whole picture.</param>
    /// <param name="viewer">What is shown.</param>
    /// <param name="scale">Size of text and lines; 1 suits views of about 600 pixels.</param>
    public Overlay(SKCanvas canvas, Viewer viewer, float scale)
    {
        (_canvas, _viewer, _scale) = (canvas, viewer, scale);
        _font = new SKFont(SKTypeface.Default, 13 * scale);
    }

    private float Margin => 12 * _scale;

    private float Line => 19 * _scale;

    private bool Calibrated => _viewer.Layers.FirstOrDefault(layer => layer.Visible)?.Spacing.IsCalibrated ?? false;

    /// <summary>Draws what the options ask for into one view.</summary>
    /// <param name="pane">The view.</param>
    /// <param name="options">What is drawn.</param>
    /// <param name="withKeys">Whether this view carries the phases and the grey values.</param>
    /// <param name="withCrosshair">Whether lines through the cursor are drawn.</param>
    public void Draw(ViewPane pane, RenderOptions options, bool withKeys, bool withCrosshair)
    {
        _canvas.Save();
        _canvas.ClipRect(SKRect.Create(pane.X, pane.Y, pane.Width, pane.Height));
        _canvas.Translate(pane.X, pane.Y);
        if (withCrosshair && pane.Slice is not null)
            DrawCrosshair(pane, pane.Slice);
        if (options.AxisNames && pane.Slice is not null)
            DrawSliceNames(pane.Slice);
        else if (options.AxisNames && pane.Oblique is null)
            DrawAxisLetters(pane);
        if (options.AxisNames)
            DrawSides(pane);
        if (options.ScaleBar)
            DrawScaleBar(pane);
        if (withKeys)
            DrawKeys(pane, options);
        _canvas.Restore();
    }

    public void Dispose()
    {
        _font.Dispose();
        _paint.Dispose();
    }

    private static SKColor ColorOf(Axis axis)
    {
        var color = BoxLines.AxisColors[2 - (int)axis];
        return new SKColor((byte)(color.X * 255), (byte)(color.Y * 255), (byte)(color.Z * 255));
    }

    private static string NameOf(Axis axis) => axis switch { Axis.Z => "z", Axis.Y => "y", _ => "x" };

    private void Text(string text, float x, float y, SKTextAlign align, SKColor color)
    {
        _paint.Color = Shadow;
        _canvas.DrawText(text, x + _scale, y + _scale, align, _font, _paint);
        _paint.Color = color;
        _canvas.DrawText(text, x, y, align, _font, _paint);
    }

    private void Rectangle(float x, float y, float width, float height, SKColor color)
    {
        _paint.Color = color;
        _canvas.DrawRect(x, y, width, height, _paint);
    }

    private void DrawCrosshair(ViewPane pane, SliceCamera camera)
    {
        var (x, y) = camera.ToPixel(_viewer.Cursor, pane.Width, pane.Height);
        var thickness = Math.Max(1, MathF.Round(_scale));
        Rectangle(MathF.Round((float)x) - (thickness / 2), 0, thickness, pane.Height, ColorOf(camera.AxisU).WithAlpha(150));
        Rectangle(0, MathF.Round((float)y) - (thickness / 2), pane.Width, thickness, ColorOf(camera.AxisV).WithAlpha(150));
    }

    private void DrawSliceNames(SliceCamera camera)
    {
        var (x, y, arrow) = (Margin, Margin, 24 * _scale);
        Rectangle(x, y, arrow, 2 * _scale, ColorOf(camera.AxisU));
        Rectangle(x, y, 2 * _scale, arrow, ColorOf(camera.AxisV));
        Text(NameOf(camera.AxisU), x + arrow + (4 * _scale), y + (5 * _scale), SKTextAlign.Left, ColorOf(camera.AxisU));
        Text(NameOf(camera.AxisV), x - (2 * _scale), y + arrow + (13 * _scale), SKTextAlign.Left, ColorOf(camera.AxisV));
        var layer = _viewer.Layers.FirstOrDefault(layer => layer.Visible);
        if (layer is null)
            return;
        var index = _viewer.Cursor.VoxelIndex(camera.Axis, layer);
        var position = Calibrated ? $", {_viewer.Cursor.Along(camera.Axis):0.##} µm" : "";
        var text = $"{NameOf(camera.Axis)} = {index}{position}";
        Plated(x + (46 * _scale), y - (5 * _scale), _font.MeasureText(text) + (12 * _scale), 20 * _scale);
        Text(text, x + (52 * _scale), y + (10 * _scale), SKTextAlign.Left, TextColor);
    }

    private void DrawAxisLetters(ViewPane pane)
    {
        var projection = new ViewProjection(_viewer.Camera, pane.Width, pane.Height);
        var extent = _viewer.Extent;
        foreach (var axis in new[] { Axis.X, Axis.Y, Axis.Z })
        {
            var beyond = extent * SliceCamera.Unit(axis);
            var (pixel, visible) = projection.Project(beyond + (Vector3.Normalize(beyond) * extent.Length() * 0.025f));
            if (visible && beyond.LengthSquared() > 0)
                Text(NameOf(axis), pixel.X, pixel.Y + (4 * _scale), SKTextAlign.Center, ColorOf(axis));
        }
    }

    // Which side of a comparison is seen where.
    private void DrawSides(ViewPane pane)
    {
        var y = Margin + (30 * _scale);
        if (pane.Sides.Count == 1 || _viewer.Comparison is not { } comparison)
        {
            if (pane.Sides is [{ Name.Length: > 0 } side])
                Title(side.Name, Margin, y, pane.Width - (2 * Margin), SKTextAlign.Left);
            return;
        }
        var divider = comparison.Mode == ComparisonMode.Swipe ? ComparisonTile.DividerOf(comparison, pane.Width) : pane.Width / 2;
        if (comparison.Mode == ComparisonMode.Swipe)
            Rectangle(divider - (_scale / 2), 0, Math.Max(1, _scale), pane.Height, TextColor);
        Title(pane.Sides[0].Name, divider - (8 * _scale), y, divider - Margin, SKTextAlign.Right);
        Title(pane.Sides[1].Name, divider + (8 * _scale), y, pane.Width - divider - Margin, SKTextAlign.Left);
    }

    private void Title(string name, float x, float y, float room, SKTextAlign align)
    {
        if (room < 40 * _scale)
            return;
        var text = Panels.Elision.Middle(name, room - (16 * _scale), part => _font.MeasureText(part));
        var width = _font.MeasureText(text) + (12 * _scale);
        var left = align == SKTextAlign.Right ? x - width : x;
        Plated(left, y, width, 20 * _scale);
        Text(text, left + (6 * _scale), y + (14 * _scale), SKTextAlign.Left, TextColor);
    }

    private void DrawScaleBar(ViewPane pane)
    {
        var camera = _viewer.Camera;
        var perPixel = pane.Plane?.MicrometresPerPixel ?? new ViewProjection(camera, pane.Width, pane.Height).MicrometresPerPixel;
        var bar = ScaleBar.Choose(perPixel, Math.Min(pane.Width * 0.3, 160 * _scale), Calibrated);
        var (right, bottom) = (pane.Width - Margin, pane.Height - Margin);
        var left = right - (float)bar.Pixels;
        Rectangle(left + _scale, bottom - (3 * _scale), (float)bar.Pixels, 4 * _scale, Shadow);
        Rectangle(left, bottom - (4 * _scale), (float)bar.Pixels, 4 * _scale, TextColor);
        // With perspective the bar is right for what is as far away as the middle of the scene.
        var about = pane.Plane is null && !camera.Orthographic ? "≈ " : "";
        Text(about + bar.Text, (left + right) / 2, bottom - (9 * _scale), SKTextAlign.Center, TextColor);
    }

    private void DrawKeys(ViewPane pane, RenderOptions options)
    {
        var bottom = pane.Height - Margin;
        if (options.Legend)
        {
            foreach (var layer in _viewer.Layers.OfType<LabelsLayer>().Where(layer => layer.Visible).Reverse())
                bottom = DrawLegend(layer, bottom) - Margin;
        }
        if (options.ColorBar && _viewer.Layers.OfType<ImageLayer>().LastOrDefault(layer => layer.Visible) is { } image)
            DrawColorBar(image, bottom);
    }

    private float DrawLegend(LabelsLayer layer, float bottom)
    {
        var phases = layer.Phases.Where(phase => phase.Visible).ToList();
        if (phases.Count == 0)
            return bottom;
        var lines = phases.Count <= MaxLegendLines ? phases : phases[..(MaxLegendLines - 1)];
        List<string> names = [.. lines.Select(phase => phase.Name)];
        if (lines.Count < phases.Count)
            names.Add($"and {phases.Count - lines.Count} more");
        var (height, width) = (names.Count * Line, names.Max(name => _font.MeasureText(name)) + (34 * _scale));
        var top = bottom - height - (8 * _scale);
        Plated(Margin, top, width + (4 * _scale), height + (8 * _scale));
        for (var i = 0; i < names.Count; i++)
        {
            var baseline = top + (4 * _scale) + ((i + 0.72f) * Line);
            if (i < lines.Count)
            {
                var color = lines[i].Color;
                _paint.Color = new SKColor(color.R, color.G, color.B, color.A);
                _canvas.DrawRoundRect(Margin + (8 * _scale), baseline - (10 * _scale), 12 * _scale, 12 * _scale, 2 * _scale, 2 * _scale, _paint);
            }
            Text(names[i], Margin + (27 * _scale), baseline, SKTextAlign.Left, TextColor);
        }
        return top;
    }

    private void DrawColorBar(ImageLayer layer, float bottom)
    {
        var (low, high) = ($"{layer.ContrastLimits.Low:G5}", $"{layer.ContrastLimits.High:G5}");
        var (barWidth, barHeight) = (12 * _scale, 96 * _scale);
        var width = Math.Max(_font.MeasureText(low), _font.MeasureText(high)) + barWidth + (24 * _scale);
        var top = bottom - barHeight - (20 * _scale);
        Plated(Margin, top, width, barHeight + (20 * _scale));
        var (x, y) = (Margin + (8 * _scale), top + (10 * _scale));
        var rows = Math.Max(2, (int)barHeight);
        for (var row = 0; row < rows; row++)
        {
            var color = layer.Colormap.At(1 - (row / (rows - 1f)));
            // Rows overlap a little, so that no gap shows between them.
            Rectangle(x, y + row, barWidth, row < rows - 1 ? 1.5f : 1, new SKColor(color.R, color.G, color.B));
        }
        Text(high, x + barWidth + (7 * _scale), y + (8 * _scale), SKTextAlign.Left, TextColor);
        Text(low, x + barWidth + (7 * _scale), y + barHeight + (2 * _scale), SKTextAlign.Left, TextColor);
    }

    private void Plated(float x, float y, float width, float height)
    {
        _paint.Color = Plate;
        _canvas.DrawRoundRect(x, y, width, height, 4 * _scale, 4 * _scale, _paint);
    }
}
