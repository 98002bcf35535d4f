using System.Numerics;

namespace VolumeViewer.Host.Panels;

/// <summary>A rectangle of the window, in its pixels; y points down.</summary>
internal readonly record struct Rect(Vector2 Min, Vector2 Max)
{
    public Vector2 Size => Max - Min;

    public float Width => Max.X - Min.X;

    public float Height => Max.Y - Min.Y;

    public Vector2 Center => (Min + Max) / 2;

    public static Rect At(float x, float y, float width, float height) => new(new Vector2(x, y), new Vector2(x + width, y + height));

    public bool Contains(Vector2 point) => point.X >= Min.X && point.Y >= Min.Y && point.X < Max.X && point.Y < Max.Y;

    public bool Overlaps(Rect other) => Min.X < other.Max.X && other.Min.X < Max.X && Min.Y < other.Max.Y && other.Min.Y < Max.Y;
}
