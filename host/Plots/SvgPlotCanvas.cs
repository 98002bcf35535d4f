using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml;

using SkiaSharp;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plots;

/// <summary>Writes a plot as SVG 1.1: lines stay lines and texts stay texts, to be edited in any drawing program.</summary>
internal sealed class SvgPlotCanvas : IPlotCanvas
{
    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;
    private readonly SKFont _font;
    private readonly float _size;
    private int _clips;

    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="font">By which widths are measured.</param>
    /// <param name="size">Of the letters.</param>
    public SvgPlotCanvas(int width, int height, SKFont font, float size)
    {
        (_font, _size) = (font, size);
        _xml = XmlWriter.Create(_text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true });
        _xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        _xml.WriteAttributeString("version", "1.1");
        _xml.WriteAttributeString("width", $"{width}");
        _xml.WriteAttributeString("height", $"{height}");
        _xml.WriteAttributeString("viewBox", $"0 0 {width} {height}");
        Element("rect", ("width", "100%"), ("height", "100%"), ("fill", "white"));
    }

    public void Line(Vector2 from, Vector2 to, Rgba color, float width) => Element("line",
        ("x1", Number(from.X)), ("y1", Number(from.Y)), ("x2", Number(to.X)), ("y2", Number(to.Y)), ("stroke", Of(color)), ("stroke-width", Number(width)));

    public void Polyline(IReadOnlyList<Vector2> places, Rgba color, float width) => Element("polyline",
        ("points", string.Join(' ', places.Select(place => $"{Number(place.X)},{Number(place.Y)}"))), ("fill", "none"), ("stroke", Of(color)), ("stroke-width", Number(width)),
        ("stroke-linejoin", "round"), ("stroke-linecap", "round"));

    public void Dot(Vector2 place, Rgba color, float radius) => Element("circle", ("cx", Number(place.X)), ("cy", Number(place.Y)), ("r", Number(radius)), ("fill", Of(color)));

    public void Text(string text, Vector2 place, float align)
    {
        _xml.WriteStartElement("text");
        _xml.WriteAttributeString("x", Number(place.X));
        _xml.WriteAttributeString("y", Number(place.Y));
        _xml.WriteAttributeString("font-family", "sans-serif");
        _xml.WriteAttributeString("font-size", Number(_size));
        _xml.WriteAttributeString("fill", Of(PlotPicture.Ink));
        _xml.WriteAttributeString("text-anchor", align == 0 ? "start" : align == 1 ? "end" : "middle");
        // Names may hold what XML cannot.
        _xml.WriteString(string.Concat(text.Where(XmlConvert.IsXmlChar)));
        _xml.WriteEndElement();
    }

    public float Width(string text) => _font.MeasureText(text);

    public void BeginClip(Vector2 low, Vector2 high)
    {
        var id = $"clip{_clips++}";
        _xml.WriteStartElement("clipPath");
        _xml.WriteAttributeString("id", id);
        Element("rect", ("x", Number(low.X)), ("y", Number(low.Y)), ("width", Number(high.X - low.X)), ("height", Number(high.Y - low.Y)));
        _xml.WriteEndElement();
        _xml.WriteStartElement("g");
        _xml.WriteAttributeString("clip-path", $"url(#{id})");
    }

    public void EndClip() => _xml.WriteEndElement();

    /// <summary>Ends the picture.</summary>
    /// <returns>All of it.</returns>
    public string Finish()
    {
        _xml.WriteEndElement();
        _xml.Dispose();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + _text + "\n";
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name);
        foreach (var (key, value) in attributes)
            _xml.WriteAttributeString(key, value);
        _xml.WriteEndElement();
    }

    private static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Of(Rgba color) => $"#{color.R:x2}{color.G:x2}{color.B:x2}";
}
