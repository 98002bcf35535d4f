using System.Collections;
using System.Numerics;

using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>Values between two others: numbers along the line between them, orientations along the shortest arc, words from the middle on the second.</summary>
internal static class ValueBlend
{
    /// <param name="from">At time 0.</param>
    /// <param name="to">At time 1.</param>
    /// <param name="type">The type of the property.</param>
    /// <param name="time">From 0 to 1.</param>
    public static object? Between(object? from, object? to, Type type, double time)
    {
        if (time <= 0 || Equals(from, to))
            return from;
        if (time >= 1)
            return to;
        return (from, to) switch
        {
            (float a, float b) => Number(a, b, time),
            (double a, double b) => a + ((b - a) * time),
            (int a, int b) => (int)Math.Round(a + ((b - (double)a) * time)),
            (Vector2 a, Vector2 b) => Vector2.Lerp(a, b, (float)time),
            (Vector3 a, Vector3 b) => Vector3.Lerp(a, b, (float)time),
            (Vector4 a, Vector4 b) => Vector4.Lerp(a, b, (float)time),
            // Shoemake (1985): the arc of even speed; both signs of a quaternion are the same orientation, and the nearer one is taken.
            (Quaternion a, Quaternion b) => Quaternion.Slerp(a, b, (float)time),
            (Rgba a, Rgba b) => new Rgba(Byte(a.R, b.R, time), Byte(a.G, b.G, time), Byte(a.B, b.B, time), Byte(a.A, b.A, time)),
            (PhaseTable a, PhaseTable b) when a.Count == b.Count => Phases(a, b, time),
            (null, _) or (_, null) or (string, _) or (bool, _) or (Enum, _) or (Layer, _) or (Colormap, _) or (PhaseTable, _) => Step(),
            _ => Compound() ?? Step(),
        };

        object? Step() => time < 0.5 ? from : to;

        object? Compound()
        {
            var inner = Nullable.GetUnderlyingType(type) ?? type;
            if (ListType.Of(inner) is { } list)
            {
                var (a, b) = (((IEnumerable)from!).Cast<object?>().ToList(), ((IEnumerable)to!).Cast<object?>().ToList());
                return a.Count == b.Count ? list.Make([.. a.Zip(b, (x, y) => Between(x, y, list.Element, time))]) : null;
            }
            return ValueJson.Made(inner, property => Between(property.GetValue(from), property.GetValue(to), property.PropertyType, time));
        }
    }

    private static float Number(float from, float to, double time) => (float)(from + ((to - from) * time));

    private static byte Byte(byte from, byte to, double time) => (byte)Math.Round(from + ((to - from) * time));

    private static PhaseTable Phases(PhaseTable from, PhaseTable to, double time) => new(from.Zip(to, (a, b) => (time < 0.5 ? a : b) with
    {
        Color = (Rgba)Between(a.Color, b.Color, typeof(Rgba), time)!,
        FileValue = a.FileValue,
        Name = a.Name,
    }));
}
