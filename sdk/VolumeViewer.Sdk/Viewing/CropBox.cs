using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>The part of the world that is drawn in 3-D: a box along the axes.</summary>
public readonly record struct CropBox
{
    /// <param name="low">The corner with the lowest (x, y, z), µm.</param>
    /// <param name="high">The corner with the highest.</param>
    /// <exception cref="ArgumentException">An edge of the box is not above 0, or a number is not finite.</exception>
    public CropBox(Vector3 low, Vector3 high)
    {
        var size = high - low;
        if (!(size.X > 0 && size.Y > 0 && size.Z > 0 && float.IsFinite(low.LengthSquared()) && float.IsFinite(high.LengthSquared())))
            throw new ArgumentException($"A box needs a low corner below its high corner along every axis, got {low} and {high}.");
        (Low, High) = (low, high);
    }

    /// <summary>The corner with the lowest (x, y, z), µm.</summary>
    public Vector3 Low { get; }

    /// <summary>The corner with the highest (x, y, z), µm.</summary>
    public Vector3 High { get; }
}
