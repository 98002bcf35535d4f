using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>The plane of <see cref="LayerDepiction.Plane"/>.</summary>
public readonly record struct DepictedPlane
{
    /// <param name="point">A point of it in the viewer's world, (x, y, z), µm.</param>
    /// <param name="normal">Across it, (x, y, z); of any length but zero, and kept with length 1.</param>
    /// <param name="thickness">µm that lie between its faces, half on either side of the point; 0 is a plane without depth.</param>
    /// <exception cref="ArgumentException">The normal has no direction, the thickness is negative, or a number is not finite.</exception>
    public DepictedPlane(Vector3 point, Vector3 normal, float thickness = 0)
    {
        var length = normal.Length();
        if (!(length > 0 && float.IsFinite(length) && float.IsFinite(point.LengthSquared()) && thickness >= 0 && float.IsFinite(thickness)))
            throw new ArgumentException($"A plane needs a finite point, a normal with a direction and a thickness of at least 0, got {point}, {normal} and {thickness}.");
        (Point, Normal, Thickness) = (point, normal / length, thickness);
    }

    /// <summary>A point of it in the viewer's world, (x, y, z), µm.</summary>
    public Vector3 Point { get; }

    /// <summary>Across it; length 1.</summary>
    public Vector3 Normal { get; }

    /// <summary>µm between its faces; 0 is a plane without depth.</summary>
    public float Thickness { get; }
}
