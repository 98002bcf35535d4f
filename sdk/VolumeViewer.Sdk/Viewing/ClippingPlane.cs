using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>A plane that cuts: what lies behind it, against its normal, is not drawn in 3-D.</summary>
public readonly record struct ClippingPlane
{
    /// <param name="point">A point of the plane in the viewer's world, (x, y, z), µm.</param>
    /// <param name="normal">Points to the side that stays, (x, y, z); of any length but zero, and kept with length 1.</param>
    /// <param name="isOn">Whether it cuts.</param>
    /// <exception cref="ArgumentException">The normal has no direction, or a number is not finite.</exception>
    public ClippingPlane(Vector3 point, Vector3 normal, bool isOn = true)
    {
        var length = normal.Length();
        // This way round, not a number is refused too.
        if (!(length > 0 && float.IsFinite(length) && float.IsFinite(point.LengthSquared())))
            throw new ArgumentException($"A clipping plane needs a finite point and a normal with a direction, got {point} and {normal}.");
        (Point, Normal, IsOn) = (point, normal / length, isOn);
    }

    /// <summary>A point of the plane in the viewer's world, (x, y, z), µm.</summary>
    public Vector3 Point { get; }

    /// <summary>Points to the side that stays; length 1.</summary>
    public Vector3 Normal { get; }

    /// <summary>Whether it cuts.</summary>
    public bool IsOn { get; }

    /// <summary>How far a place lies on the side that stays, µm; below 0 it is cut away.</summary>
    public float DistanceOf(Vector3 place) => Vector3.Dot(place - Point, Normal);
}
