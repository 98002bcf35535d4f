using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How an oblique slice is looked at.</summary>
internal sealed class ObliqueCamera : PlaneCamera
{
    /// <summary>How the slice lies.</summary>
    public PlaneOrientation Orientation { get; set; } = PlaneOrientation.AcrossAxis(Axis.Z);

    public override Axis? Across => Orientation.Across;

    public override Vector3 Right => Orientation.Right;

    public override Vector3 Down => Orientation.Down;

    /// <summary>The place in the view of a point, or of its shadow on the slice.</summary>
    public (double X, double Y) ToPixel(WorldPoint point, int width, int height) => ToPixel(Along(Right, point), Along(Down, point), width, height);

    public override WorldPoint ToWorld(double pixelX, double pixelY, int width, int height, WorldPoint cursor)
    {
        var (u, v) = Under(pixelX, pixelY, width, height);
        u -= Along(Right, cursor);
        v -= Along(Down, cursor);
        return new WorldPoint(cursor.Z + (Right.Z * u) + (Down.Z * v), cursor.Y + (Right.Y * u) + (Down.Y * v), cursor.X + (Right.X * u) + (Down.X * v));
    }

    /// <summary>Shows all of the cut through a box that stands at the origin, with a margin, whichever way the box is cut.</summary>
    /// <param name="extent">Its edges (x, y, z), µm.</param>
    /// <param name="cursor">A point of the cut.</param>
    /// <param name="width">Of the view, pixels.</param>
    /// <param name="height">Of the view, pixels.</param>
    public void Fit(Vector3 extent, WorldPoint cursor, int width, int height)
    {
        var corners = PlaneCut.OfBox(extent, cursor.ToVector3(), Orientation.Normal);
        // A cursor outside the box: what the box would show head on.
        IReadOnlyList<Vector3> seen = corners.Count >= 3 ? corners : [.. Enumerable.Range(0, 8).Select(corner => extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2))];
        Fit((seen.Min(point => Vector3.Dot(point, Right)), seen.Min(point => Vector3.Dot(point, Down))),
            (seen.Max(point => Vector3.Dot(point, Right)), seen.Max(point => Vector3.Dot(point, Down))), width, height);
    }

    /// <summary>Turns to another orientation, keeping a point of the world where it is seen.</summary>
    public void TurnTo(PlaneOrientation orientation, WorldPoint about)
    {
        var (u, v) = (CenterU - Along(Right, about), CenterV - Along(Down, about));
        Orientation = orientation;
        (CenterU, CenterV) = (u + Along(Right, about), v + Along(Down, about));
    }

    public override PlaneCamera Finer(double factor) => new ObliqueCamera
    {
        Orientation = Orientation,
        CenterU = CenterU,
        CenterV = CenterV,
        MicrometresPerPixel = MicrometresPerPixel / factor,
    };

    private static double Along(Vector3 direction, WorldPoint point) => (direction.X * point.X) + (direction.Y * point.Y) + (direction.Z * point.Z);
}
