using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>A brush on an oblique plane: a disc or a square of some thickness, in µm.</summary>
/// <param name="Plane">How the plane lies.</param>
/// <param name="Radius">Of the disc, or half the edge of the square, µm.</param>
/// <param name="HalfThickness">From the plane to either side, µm.</param>
/// <param name="IsRound">Whether it is a disc.</param>
internal readonly record struct ObliqueTip(PlaneOrientation Plane, double Radius, double HalfThickness, bool IsRound)
{
    /// <summary>A brush that is at least so thick that it has every voxel that the plane goes through.</summary>
    /// <param name="plane">How the plane lies.</param>
    /// <param name="diameter">µm.</param>
    /// <param name="thickness">µm.</param>
    /// <param name="isRound">Whether it is a disc.</param>
    /// <param name="spacing">Of the layer.</param>
    public static ObliqueTip Of(PlaneOrientation plane, double diameter, double thickness, bool isRound, Spacing spacing)
    {
        // From the centre of a voxel to its corner, along the normal.
        var voxel = Vector3.Dot(Vector3.Abs(plane.Normal), spacing.ToVector3()) / 2;
        return new ObliqueTip(plane, diameter / 2, Math.Max(voxel, thickness / 2), isRound);
    }
}
