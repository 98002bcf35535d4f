using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Colormaps of one's own: points of colour that are put and moved by hand. What they hold is in their ids, so that equal ones have equal ids and no others.</summary>
internal static class ColorPoints
{
    /// <summary>Points closer than this cannot be told apart under the pointer.</summary>
    public const float LeastDistance = 0.005f;

    private const string Prefix = "own-";

    // A colormap of more stops is taken over with as few as these.
    private const int MostTaken = 16, Taken = 9;

    /// <summary>Whether a colormap is one of one's own.</summary>
    public static bool IsOwn(Colormap colormap) => colormap.Id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The colormap of points.</summary>
    /// <exception cref="ArgumentException">There are fewer than two, or their positions do not rise within 0 to 1.</exception>
    public static Colormap Of(ImmutableArray<ColorPoint> points)
    {
        var text = string.Join(';', points.Select(point => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{point.Position:R}={point.Color}")));
        return new Colormap(Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8)), "Own", points);
    }

    /// <summary>A colormap as one of one's own: the same colours, or nearly where it has very many stops.</summary>
    public static Colormap From(Colormap colormap)
    {
        if (IsOwn(colormap))
            return colormap;
        var points = colormap.Points;
        return Of(points.Length <= MostTaken ? points : [.. Enumerable.Range(0, Taken).Select(index => index / (Taken - 1f)).Select(place => new ColorPoint(place, colormap.At(place)))]);
    }

    /// <summary>With one more point, of the colour that is there. The same where another point is too near.</summary>
    public static Colormap Add(Colormap colormap, float position)
    {
        var points = colormap.Points;
        var place = Math.Clamp(position, 0, 1);
        return points.Any(point => Math.Abs(point.Position - place) < LeastDistance) ? colormap
            : Of([.. points.Append(new ColorPoint(place, colormap.At(place))).OrderBy(point => point.Position)]);
    }

    /// <summary>With a point elsewhere, between its neighbours.</summary>
    public static Colormap Move(Colormap colormap, int index, float position)
    {
        var points = colormap.Points;
        var low = index == 0 ? 0 : points[index - 1].Position + LeastDistance;
        var high = index == points.Length - 1 ? 1 : points[index + 1].Position - LeastDistance;
        return low > high ? colormap : Of(points.SetItem(index, points[index] with { Position = Math.Clamp(position, low, high) }));
    }

    /// <summary>With another colour of a point.</summary>
    public static Colormap Recolor(Colormap colormap, int index, Rgba color) => Of(colormap.Points.SetItem(index, colormap.Points[index] with { Color = color }));

    /// <summary>Without a point; two are always left.</summary>
    public static Colormap Remove(Colormap colormap, int index) => colormap.Points.Length <= 2 ? colormap : Of(colormap.Points.RemoveAt(index));

    /// <summary>The points that a text such as "0=#000000,0.4=#ff0000,1=#ffffff" tells.</summary>
    /// <exception cref="FormatException">It tells none.</exception>
    public static Colormap Parse(string text)
    {
        var points = text.Split(',').Select(part => part.Split('=') is [var place, var color]
            && float.TryParse(place, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var position)
            ? new ColorPoint(position, Rgba.Parse(color.Trim()))
            : throw new FormatException($"'{part}' is no place and colour; write for example 0.4=#ff0000."));
        try
        {
            return Of([.. points]);
        }
        catch (ArgumentException problem)
        {
            throw new FormatException($"'{text}' needs two colours or more, at places that rise within 0 to 1.", problem);
        }
    }
}
