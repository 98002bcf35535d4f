using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// What marks over a view are drawn with: in a window, or in a picture without one. Places are pixels from the upper left corner of the view; colours are (r, g, b, a) from 0 to 1.
/// </summary>
internal interface IMarkPen
{
    /// <summary>Width and height of the view, pixels.</summary>
    Vector2 Area { get; }

    /// <summary>Pixels of one unit of the design.</summary>
    float Unit { get; }

    /// <summary>Pixels of a point, by which texts tell their size.</summary>
    float PointPixels { get; }

    /// <summary>Colour of text.</summary>
    Vector4 Ink { get; }

    /// <summary>Colour of what is less important.</summary>
    Vector4 Faint { get; }

    /// <summary>Colour of what stands behind text.</summary>
    Vector4 Plate { get; }

    /// <summary>Colour of the sides of solid marks.</summary>
    Vector4 Side { get; }

    /// <summary>Height of a line of text of the common size.</summary>
    float LineHeight { get; }

    /// <summary>The colour of an axis.</summary>
    Vector4 ColorOf(Axis axis);

    /// <summary>Width and height of a line of text.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Height of the letters in pixels, or 0 for the common size.</param>
    Vector2 Measure(string text, float size = 0);

    /// <summary>Writes a line.</summary>
    /// <param name="corner">Its upper left corner.</param>
    /// <param name="text">One line.</param>
    /// <param name="color">Of the letters.</param>
    /// <param name="outline">Around the letters, or null for none.</param>
    /// <param name="size">Height of the letters in pixels, or 0 for the common size.</param>
    void Write(Vector2 corner, string text, Vector4 color, Vector4? outline = null, float size = 0);

    /// <summary>Draws a line.</summary>
    void Line(Vector2 from, Vector2 to, Vector4 color, float thickness);

    /// <summary>Fills a convex shape.</summary>
    void Fill(ReadOnlySpan<Vector2> corners, Vector4 color);
}
