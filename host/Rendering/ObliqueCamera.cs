using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How an oblique slice is looked at. u and v are the places along its right and its downward direction, counted from the origin of the world.</summary>
internal sealed class ObliqueCamera : IPlaneCamera
{
    /// <summary>How the slice lies.</summary>
    public PlaneOrientation Orientation { get; set; } = PlaneOrientation.AcrossAxis(Axis.Z);

    public Axis? Across => Orientation.Across;

    public Vector3 Right => Orientation.Right;

    public Vector3 Down => Orientation.Down;

    /// <summary>What is in the middle of the view, µm along <see cref="Right"/>.</summary>
    public double CenterU { get; set; }

    /// <summary>What is in the middle of the view, µm along <see cref="Down"/>.</summary>
    public double CenterV { get; set; }

    public double MicrometresPerPixel { get; set; } = 1;

    /// <summary>The place in the view of a point, or of its shadow on the slice.</summary>
    public (double X, double Y) ToPixel(WorldPoint point, int width, int height) =>
        ((width / 2.0) + ((Along(Right, point) - CenterU) / MicrometresPerPixel), (height / 2.0) + ((Along(Down, point) - CenterV) / MicrometresPerPixel));

    public WorldPoint ToWorld(double pixelX, double pixelY, int width, int height, WorldPoint cursor)
    {
        var u = CenterU + ((pixelX - (width / 2.0)) * MicrometresPerPixel) - Along(Right, cursor);
        var v = CenterV + ((pixelY - (height / 2.0)) * MicrometresPerPixel) - Along(Down, cursor);
        return new WorldPoint(cursor.Z + (Right.Z * u) + (Down.Z * v), cursor.Y + (Right.Y * u) + (Down.Y * v), cursor.X + (Right.X * u) + (Down.X * v));
    }

    /// <summary>Shows all of the cut through a box that stands at the origin, with a margin, whichever way the box is cut.</summary>
    /// <param name="extent">Its edges (x, y, z), µm.</param>
    /// <param name="cursor">A point of the cut.</param>
    /// <param name="width">Of the view, pixels.</param>
    /// <param name="height">Of the view, pixels.</param>
    public void Fit(Vector3 extent, WorldPoint cursor, int width, int height)
    {
        var corners = PlaneCut.OfBox(extent, new Vector3((float)cursor.X, (float)cursor.Y, (float)cursor.Z), Orientation.Normal);
        // A cursor outside the box: what the box would show head on.
        IReadOnlyList<Vector3> seen = corners.Count >= 3 ? corners : [.. Enumerable.Range(0, 8).Select(corner => extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2))];
        var (lowU, highU) = (seen.Min(point => Vector3.Dot(point, Right)), seen.Max(point => Vector3.Dot(point, Right)));
        var (lowV, highV) = (seen.Min(point => Vector3.Dot(point, Down)), seen.Max(point => Vector3.Dot(point, Down)));
        (CenterU, CenterV) = ((lowU + highU) / 2, (lowV + highV) / 2);
        var scale = Math.Max((highU - lowU) / Math.Max(width * 0.94, 1), (highV - lowV) / Math.Max(height * 0.94, 1));
        MicrometresPerPixel = scale > 0 ? scale : 1;
    }

    /// <summary>Enlarges by a factor (above 1: larger), leaving the point under a place in the view where it is.</summary>
    public void ZoomAt(double pixelX, double pixelY, int width, int height, double factor)
    {
        var finer = Math.Clamp(MicrometresPerPixel / factor, 1e-9, 1e9);
        CenterU += (pixelX - (width / 2.0)) * (MicrometresPerPixel - finer);
        CenterV += (pixelY - (height / 2.0)) * (MicrometresPerPixel - finer);
        MicrometresPerPixel = finer;
    }

    /// <summary>Moves the slice by pixels: what was grabbed stays under the pointer.</summary>
    public void Pan(double pixelsRight, double pixelsDown)
    {
        CenterU -= pixelsRight * MicrometresPerPixel;
        CenterV -= pixelsDown * MicrometresPerPixel;
    }

    /// <summary>Turns to another orientation, keeping a point of the world where it is seen.</summary>
    public void TurnTo(PlaneOrientation orientation, WorldPoint about)
    {
        var (u, v) = (CenterU - Along(Right, about), CenterV - Along(Down, about));
        Orientation = orientation;
        (CenterU, CenterV) = (u + Along(Right, about), v + Along(Down, about));
    }

    public IPlaneCamera Finer(int factor) => new ObliqueCamera
    {
        Orientation = Orientation,
        CenterU = CenterU,
        CenterV = CenterV,
        MicrometresPerPixel = MicrometresPerPixel / factor,
    };

    private static double Along(Vector3 direction, WorldPoint point) => (direction.X * point.X) + (direction.Y * point.Y) + (direction.Z * point.Z);
}
