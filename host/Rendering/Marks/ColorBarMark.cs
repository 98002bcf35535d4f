using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The colours of an image's values, with marks at round numbers and the unit.</summary>
internal static class ColorBarMark
{
    private const float Width = 12, Height = 120;

    /// <summary>The image whose colours are shown: the selected one if it is one and seen, else the topmost that is seen; null where there is none.</summary>
    public static ImageLayer? ImageOf(Viewer viewer) =>
        viewer.SelectedLayer is ImageLayer { Visible: true } selected ? selected : viewer.Layers.OfType<ImageLayer>().LastOrDefault(layer => layer.Visible);

    /// <summary>Draws the bar on a plate, where there is room.</summary>
    /// <param name="pen">Of the view.</param>
    /// <param name="layer">Whose colours.</param>
    /// <param name="left">Left edge of the plate, pixels.</param>
    /// <param name="bottom">Its lower edge.</param>
    /// <returns>The upper edge of what was drawn.</returns>
    public static float Draw(IMarkPen pen, ImageLayer layer, float left, float bottom)
    {
        var (unit, half) = (pen.Unit, pen.LineHeight / 2);
        var height = MathF.Min(MathF.Min(Height * unit, pen.Area.Y * 0.6f), bottom - (60 * unit));
        if (height < 40 * unit)
            return bottom;
        var (low, high) = (layer.ContrastLimits.Low, layer.ContrastLimits.High);
        var ticks = AxisTicks.For(low, high, Math.Max(2, (int)(height / (1.9f * pen.LineHeight))));
        var texts = ticks.Values.Select(value => (Value: value, Text: ticks.Text(value))).ToList();
        var valueUnit = Elision.Middle(layer.ValueUnit, pen.Area.X * 0.3f, text => pen.Measure(text).X);
        var head = valueUnit.Length > 0 ? pen.LineHeight + (2 * unit) : 0;
        var room = texts.Select(each => pen.Measure(each.Text).X).Append(0).Max() + ((Width + 28) * unit);
        room = Math.Max(room, valueUnit.Length > 0 ? pen.Measure(valueUnit).X + (16 * unit) : 0);
        var top = bottom - height - (2 * half) - (8 * unit) - head;
        Box(pen, new Vector2(left, top), new Vector2(left + room, bottom), pen.Plate);
        if (head > 0)
            pen.Write(new Vector2(left + (8 * unit), top + (4 * unit)), valueUnit, pen.Ink);
        var (x, y) = (left + (8 * unit), top + head + half + (4 * unit));
        Gradient(pen, layer, x, y, height);
        foreach (var (value, text) in texts)
        {
            var at = y + (height * (float)((high - value) / (high - low)));
            pen.Line(new Vector2(x + (Width * unit), at), new Vector2(x + ((Width + 4) * unit), at), pen.Ink, 1.2f * unit);
            pen.Write(new Vector2(x + ((Width + 8) * unit), at - half), text, pen.Ink);
        }
        return top;
    }

    // Colours follow gamma as those of the layer do, so that a mark stands at the colour of its value.
    private static void Gradient(IMarkPen pen, ImageLayer layer, float x, float y, float height)
    {
        var rows = Math.Clamp((int)height, 2, 256);
        var step = height / rows;
        for (var row = 0; row < rows; row++)
        {
            var color = layer.Colormap.At(MathF.Pow(1 - ((row + 0.5f) / rows), layer.Gamma));
            var (from, to) = (y + (row * step), y + height);
            // Each goes down to the end and is covered by the next, so that no gap shows between them.
            Box(pen, new Vector2(x, from), new Vector2(x + (Width * pen.Unit), to), new Vector4(color.R, color.G, color.B, 255) / 255);
        }
    }

    private static void Box(IMarkPen pen, Vector2 low, Vector2 high, Vector4 color) => pen.Fill([low, new Vector2(high.X, low.Y), high, new Vector2(low.X, high.Y)], color);
}
