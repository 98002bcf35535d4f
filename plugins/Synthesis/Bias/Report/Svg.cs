using System.Globalization;
using System.Net;
using System.Text;

namespace VolumeViewer.Plugins.Synthesis.Bias.Report;

/// <summary>A drawing of lines, dots and words as SVG 1.1; lengths are pixels, y runs down.</summary>
/// <param name="width">Of the drawing.</param>
/// <param name="height">Of the drawing.</param>
internal sealed class Svg(double width, double height)
{
    private readonly StringBuilder _content = new();

    /// <summary>A line.</summary>
    internal Svg Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1, string dashes = "") => Add(
        $"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{colour}\" stroke-width=\"{N(thickness)}\"{(dashes.Length > 0 ? $" stroke-dasharray=\"{dashes}\"" : "")}/>");

    /// <summary>A filled rectangle.</summary>
    internal Svg Rectangle(double x, double y, double across, double down, string colour, double opacity = 1) => Add(
        $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(across)}\" height=\"{N(down)}\" fill=\"{colour}\" fill-opacity=\"{N(opacity)}\"/>");

    /// <summary>A dot, filled or as a ring, that tells <paramref name="tip"/> when the pointer rests on it.</summary>
    internal Svg Dot(double x, double y, double radius, string colour, bool isFilled, string tip) => Add(
        $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{(isFilled ? colour : "none")}\" stroke=\"{colour}\" stroke-width=\"1.5\"><title>{Escape(tip)}</title></circle>");

    /// <summary>Words, beginning at x; or ending or centred there.</summary>
    internal Svg Text(double x, double y, string words, string anchor = "start", double size = 12, string colour = "#222") => Add(
        $"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\" font-size=\"{N(size)}\" fill=\"{colour}\">{Escape(words)}</text>");

    /// <summary>The drawing.</summary>
    public override string ToString() => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" "
        + $"font-family=\"Helvetica, Arial, sans-serif\">{_content}</svg>";

    /// <summary>Words for a page.</summary>
    internal static string Escape(string words) => WebUtility.HtmlEncode(words);

    private Svg Add(string element)
    {
        _content.Append(element).Append('\n');
        return this;
    }

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
