using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws signs from lines in a square of 16 units around the middle of a box, so that they are sharp at every scale.</summary>
internal readonly struct IconPen
{
    private readonly ImDrawListPtr _draw;
    private readonly Rect _box;
    private readonly uint _color;
    private readonly float _unit;
    private readonly float _thick;

    /// <param name="draw">Gets the lines.</param>
    /// <param name="box">Where the sign stands.</param>
    /// <param name="color">Of all of it.</param>
    public IconPen(ImDrawListPtr draw, Rect box, uint color)
    {
        (_draw, _box, _color) = (draw, box, color);
        _unit = MathF.Min(box.Width, box.Height) / 26;
        _thick = MathF.Max(1.2f, 1.5f * _unit);
    }

    /// <summary>A line through places, each x and y from −8 to 8, x to the right and y down.</summary>
    public void Line(params ReadOnlySpan<float> places) => Stroke(places, ImDrawFlags.None);

    /// <summary>The same, back to its begin.</summary>
    public void Closed(params ReadOnlySpan<float> places) => Stroke(places, ImDrawFlags.Closed);

    public void Circle(float x, float y, float radius) => _draw.AddCircle(At(x, y), radius * _unit, _color, 0, _thick);

    public void Dot(float x, float y, float radius) => _draw.AddCircleFilled(At(x, y), radius * _unit, _color);

    public void Filled(float left, float top, float right, float bottom) => _draw.AddRectFilled(At(left, top), At(right, bottom), _color, 0.7f * _unit);

    /// <summary>A curve from the first place to the last, bent towards those between.</summary>
    public void Curve(float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4) =>
        _draw.AddBezierCubic(At(x1, y1), At(x2, y2), At(x3, y3), At(x4, y4), _color, _thick);

    private Vector2 At(float x, float y) => _box.Center + (new Vector2(x, y) * _unit);

    private void Stroke(ReadOnlySpan<float> places, ImDrawFlags flags)
    {
        for (var i = 0; i + 1 < places.Length; i += 2)
            _draw.PathLineTo(At(places[i], places[i + 1]));
        _draw.PathStroke(_color, flags, _thick);
    }
}
