using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plots;

/// <summary>What a plot is drawn on: lines and texts, in pixels from the upper left.</summary>
internal interface IPlotCanvas
{
    void Line(Vector2 from, Vector2 to, Rgba color, float width);

    /// <summary>A line through many places.</summary>
    void Polyline(IReadOnlyList<Vector2> places, Rgba color, float width);

    void Dot(Vector2 place, Rgba color, float radius);

    /// <param name="text">What is written.</param>
    /// <param name="place">On the line that the letters stand on.</param>
    /// <param name="align">Where the place is in the text: 0 at its start, 0.5 in its middle, 1 at its end.</param>
    void Text(string text, Vector2 place, float align);

    /// <summary>How wide a text is.</summary>
    float Width(string text);

    /// <summary>What is drawn until <see cref="EndClip"/> is cut at the edges of a rectangle.</summary>
    void BeginClip(Vector2 low, Vector2 high);

    void EndClip();
}
