using System.Numerics;
using SkiaSharp;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws what explains a view: scale bar, names of the axes, phases, grey values, crosshair.</summary>
internal sealed class Overlay : IDisposable
{
    /// <summary>Size of text at scale 1, pixels.</summary>
    public const float TextSize = 13;

    private readonly SKColor _textColor = new(226, 231, 238);
    private readonly SKColor _shadow = new(0, 0, 0, 170);
    private readonly SKColor _plate = new(12, 15, 20, 165);

    private readonly SKCanvas _canvas;
    private readonly Viewer _viewer;
    private readonly float _scale;
    private readonly float _nameIndent;
    private readonly bool _isOnPaper;
    private readonly SKFont _font;
    private readonly SKPaint _paint = new() { IsAntialias = true };

    /// <param name="canvas">Of the whole picture.</param>
    /// <param name="viewer">What is shown.</param>
    /// <param name="scale">Size of text and lines; 1 suits views of about 600 pixels.</param>
    /// <param name="options">Whether it stands on the dark ground of the window or on paper.</param>
    public Overlay(SKCanvas canvas, Viewer viewer, float scale, RenderOptions options)
    {
        (_canvas, _viewer, _scale) = (canvas, viewer, scale);
        _font = new SKFont(SKTypeface.Default, TextSize * scale);
        _nameIndent = options.PanelLetters ? 30 * scale : 0;
        _isOnPaper = options.Background != FigureBackground.Dark;
        if (_isOnPaper)
            (_textColor, _shadow, _plate) = (new SKColor(16, 20, 26), new SKColor(255, 255, 255, 190), new SKColor(255, 255, 255, 200));
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
            DrawAxisLetters(pane, options.Ticks ? 0.08f : 0.025f);
        if (options.AxisNames)
            DrawSides(pane);
        if (options.ScaleBar)
            DrawScaleBar(pane);
        var bottom = withKeys ? DrawKeys(pane, options) : pane.Height;
        DrawMarks(pane, options, bottom);
        _canvas.Restore();
    }

    /// <summary>Names a view: a, b, c … in its upper left corner.</summary>
    public void DrawLetter(ViewPane pane, int index)
    {
        using var typeface = SKTypeface.FromFamilyName(_font.Typeface.FamilyName, SKFontStyle.Bold);
        using var font = new SKFont(typeface, TextSize * _scale * 1.4f);
        var letter = ((char)('a' + (index % 26))).ToString();
        Plated(pane.X + (6 * _scale), pane.Y + (6 * _scale), 24 * _scale, 26 * _scale);
        _paint.Color = _textColor;
        _canvas.DrawText(letter, pane.X + (18 * _scale), pane.Y + (25 * _scale), SKTextAlign.Center, font, _paint);
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
        _paint.Color = _shadow;
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
        if (camera.Turn != default)
        {
            var (middle, far) = (new Vector2((float)x, (float)y), pane.Width + pane.Height);
            foreach (var (across, along) in ((Axis, Axis)[])[(camera.AxisU, camera.AxisV), (camera.AxisV, camera.AxisU)])
                Stroke(middle - (camera.DirectionOf(along) * far), middle + (camera.DirectionOf(along) * far), thickness, ColorOf(across).WithAlpha(150));
            return;
        }
        Rectangle(MathF.Round((float)x) - (thickness / 2), 0, thickness, pane.Height, ColorOf(camera.AxisU).WithAlpha(150));
        Rectangle(0, MathF.Round((float)y) - (thickness / 2), pane.Width, thickness, ColorOf(camera.AxisV).WithAlpha(150));
    }

    private void DrawSliceNames(SliceCamera camera)
    {
        var (x, y, arrow) = (Margin + _nameIndent, Margin, 24 * _scale);
        if (camera.Turn == default)
        {
            Rectangle(x, y, arrow, 2 * _scale, ColorOf(camera.AxisU));
            Rectangle(x, y, 2 * _scale, arrow, ColorOf(camera.AxisV));
            Text(NameOf(camera.AxisU), x + arrow + (4 * _scale), y + (5 * _scale), SKTextAlign.Left, ColorOf(camera.AxisU));
            Text(NameOf(camera.AxisV), x - (2 * _scale), y + arrow + (13 * _scale), SKTextAlign.Left, ColorOf(camera.AxisV));
        }
        else
            x += DrawTurnedNames(camera, new Vector2(x, y), arrow);
        var layer = _viewer.Layers.FirstOrDefault(layer => layer.Visible);
        if (layer is null)
            return;
        var index = _viewer.Cursor.VoxelIndex(camera.Axis, layer);
        var position = Calibrated ? $", {_viewer.Cursor.Along(camera.Axis):0.##} µm" : "";
        var text = $"{NameOf(camera.Axis)} = {index}{position}";
        Plated(x + (46 * _scale), y - (5 * _scale), _font.MeasureText(text) + (12 * _scale), 20 * _scale);
        Text(text, x + (52 * _scale), y + (10 * _scale), SKTextAlign.Left, _textColor);
    }

    // The arrows may point anywhere: they start in the middle of a square. Gives how much wider that is than arrows to the right and down.
    private float DrawTurnedNames(SliceCamera camera, Vector2 corner, float arrow)
    {
        var reach = arrow + (14 * _scale);
        var middle = corner + new Vector2(reach - (8 * _scale), reach - (4 * _scale));
        foreach (var axis in (Axis[])[camera.AxisU, camera.AxisV])
        {
            var way = camera.DirectionOf(axis);
            var name = middle + (way * (arrow + (8 * _scale)));
            Stroke(middle, middle + (way * arrow), 2 * _scale, ColorOf(axis));
            Text(NameOf(axis), name.X, name.Y + (4 * _scale), SKTextAlign.Center, ColorOf(axis));
        }
        return arrow + (16 * _scale);
    }

    private void Stroke(Vector2 from, Vector2 to, float thickness, SKColor color)
    {
        (_paint.Color, _paint.StrokeWidth) = (color, thickness);
        _canvas.DrawLine(from.X, from.Y, to.X, to.Y, _paint);
    }

    // Beyond the ends of the edges, by a share of the scene's size that leaves room for numbers where there are some.
    private void DrawAxisLetters(ViewPane pane, float beyondBy)
    {
        var projection = new ViewProjection(_viewer.Camera, pane.Width, pane.Height);
        var extent = _viewer.Extent;
        foreach (var axis in new[] { Axis.X, Axis.Y, Axis.Z })
        {
            var beyond = extent * SliceCamera.Unit(axis);
            var (pixel, visible) = projection.Project(beyond + (Vector3.Normalize(beyond) * extent.Length() * beyondBy));
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
            Rectangle(divider - (_scale / 2), 0, Math.Max(1, _scale), pane.Height, _textColor);
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
        Text(text, left + (6 * _scale), y + (14 * _scale), SKTextAlign.Left, _textColor);
    }

    private void DrawScaleBar(ViewPane pane)
    {
        var camera = _viewer.Camera;
        var perPixel = pane.Plane?.MicrometresPerPixel ?? new ViewProjection(camera, pane.Width, pane.Height).MicrometresPerPixel;
        var bar = ScaleBar.Choose(perPixel, Math.Min(pane.Width * 0.3, 160 * _scale), Calibrated);
        var (right, bottom) = (pane.Width - Margin, pane.Height - Margin);
        var left = right - (float)bar.Pixels;
        Rectangle(left + _scale, bottom - (3 * _scale), (float)bar.Pixels, 4 * _scale, _shadow);
        Rectangle(left, bottom - (4 * _scale), (float)bar.Pixels, 4 * _scale, _textColor);
        // With perspective the bar is right for what is as far away as the middle of the scene.
        var about = pane.Plane is null && !camera.Orthographic ? "≈ " : "";
        var (text, baseline) = (about + bar.Text, bottom - (9 * _scale));
        // Over the middle of the bar, but within the view.
        var half = _font.MeasureText(text) / 2;
        var middle = Math.Min((left + right) / 2, pane.Width - half - (4 * _scale));
        if (_isOnPaper)
            Plated(middle - half - (5 * _scale), baseline - (15 * _scale), (half * 2) + (10 * _scale), 19 * _scale);
        Text(text, middle, baseline, SKTextAlign.Center, _textColor);
    }

    // Gives the upper edge of what was drawn.
    private float DrawKeys(ViewPane pane, RenderOptions options)
    {
        var bottom = pane.Height - Margin;
        if (options.Legend)
        {
            // At most half of the view: the legend explains it and must not hide it.
            var lines = Rendering.Legend.Of(_viewer.Layers, Math.Clamp((int)(pane.Height * 0.5f / Line), 1, Rendering.Legend.MostLines));
            if (lines.Count > 0)
                bottom = DrawLegend(lines, bottom, pane.Width * 0.45f) - Margin;
        }
        if (!options.ColorBar || ColorBarMark.ImageOf(_viewer) is not { } image)
            return bottom;
        using var pen = new SkiaMarkPen(_canvas, new Vector2(pane.Width, pane.Height), _scale, _font.Size, _font.Typeface, options);
        return ColorBarMark.Draw(pen, image, Margin, bottom);
    }

    private float DrawLegend(IReadOnlyList<LegendLine> lines, float bottom, float room)
    {
        var names = lines.Select(line => Panels.Elision.Middle(line.Text, room - (34 * _scale), text => _font.MeasureText(text))).ToList();
        var (height, width) = (names.Count * Line, names.Max(name => _font.MeasureText(name)) + (34 * _scale));
        var top = bottom - height - (8 * _scale);
        Plated(Margin, top, width + (4 * _scale), height + (8 * _scale));
        for (var i = 0; i < names.Count; i++)
        {
            var baseline = top + (4 * _scale) + ((i + 0.72f) * Line);
            if (lines[i].Color is { } color)
            {
                _paint.Color = new SKColor(color.R, color.G, color.B, color.A);
                _canvas.DrawRoundRect(Margin + (8 * _scale), baseline - (10 * _scale), 12 * _scale, 12 * _scale, 2 * _scale, 2 * _scale, _paint);
            }
            Text(names[i], Margin + ((lines[i].Color is null ? 8 : 27) * _scale), baseline, SKTextAlign.Left, _textColor);
        }
        return top;
    }

    // What the window draws too.
    private void DrawMarks(ViewPane pane, RenderOptions options, float bottom)
    {
        using var pen = new SkiaMarkPen(_canvas, new Vector2(pane.Width, pane.Height), _scale, _font.Size, _font.Typeface, options);
        if (pane.Plane is null)
            DrawVolumeMarks(pen, pane, options, bottom);
        if (!options.Notes)
            return;
        var view = pane.Slice?.Axis switch { Axis.Z => NoteView.SliceZ, Axis.Y => NoteView.SliceY, Axis.X => NoteView.SliceX, _ => pane.Oblique is null ? NoteView.Volume : NoteView.Oblique };
        var projection = new ViewProjection(_viewer.Camera, pane.Width, pane.Height);
        NotesMark.Draw(pen, NotesMark.In(_viewer.Notes, view), place => pane.Plane is { } plane ? NotesMark.Seen(place, plane, (pane.Width, pane.Height), _viewer) : NotesMark.Seen(place, projection));
    }

    private void DrawVolumeMarks(SkiaMarkPen pen, ViewPane pane, RenderOptions options, float bottom)
    {
        if (options.Ticks)
            TicksMark.Draw(pen, new ViewProjection(_viewer.Camera, pane.Width, pane.Height), 1, _viewer.Extent);
        if (options.Cube)
            CubeMark.Draw(pen, _viewer.Camera.Orientation);
        if (options.Arrows)
            ArrowsMark.Draw(pen, _viewer.Camera.Orientation, bottom);
    }

    private void Plated(float x, float y, float width, float height)
    {
        _paint.Color = _plate;
        _canvas.DrawRoundRect(x, y, width, height, 4 * _scale, 4 * _scale, _paint);
    }
}
