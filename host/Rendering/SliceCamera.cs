using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// How a slice is looked at: which axis it lies across, how it is turned, what is in the middle, how large. Where it is not turned, u runs to the right and v down.
/// Across z: u = x, v = y. Across y: u = x, v = z. Across x: u = z, v = y. So a y view fits below a z view, and an x view on its right.
/// </summary>
internal sealed class SliceCamera : PlaneCamera
{
    public SliceCamera(Axis axis) => Axis = axis;

    /// <summary>The axis the slice lies across.</summary>
    public Axis Axis { get; }

    public override Axis? Across => Axis;

    public override Vector3 Right => InWorld(Turn.Right);

    public override Vector3 Down => InWorld(Turn.Down);

    /// <summary>How it is turned in its plane. See <see cref="TurnTo"/>.</summary>
    public SliceTurn Turn { get; private set; }

    /// <summary>The axis that runs to the right where it is not turned.</summary>
    public Axis AxisU => Axis == Axis.X ? Axis.Z : Axis.X;

    /// <summary>The axis that runs down, likewise.</summary>
    public Axis AxisV => Axis == Axis.Y ? Axis.Z : Axis.Y;

    /// <summary>The point (u, v) along the axes that is in the middle of the view.</summary>
    public (double U, double V) Middle => OnAxes(CenterU, CenterV);

    /// <summary>Turns it so, keeping what is in the middle of the view.</summary>
    public void TurnTo(SliceTurn turn)
    {
        var middle = Middle;
        Turn = turn;
        Center(middle.U, middle.V);
    }

    /// <summary>Puts a point (u, v) along the axes into the middle of the view.</summary>
    public void Center(double u, double v) => (CenterU, CenterV) = Turned(u, v);

    /// <summary>The place in the view of a point, or of its shadow on the slice.</summary>
    public (double X, double Y) ToPixel(WorldPoint point, int width, int height)
    {
        var (right, down) = Turned(point.Along(AxisU), point.Along(AxisV));
        return ToPixel(right, down, width, height);
    }

    /// <summary>Where an axis runs in the view: to the right and down, of length 1 where it lies in the slice.</summary>
    public Vector2 DirectionOf(Axis axis) => new(Vector3.Dot(Unit(axis), Right), Vector3.Dot(Unit(axis), Down));

    public override WorldPoint ToWorld(double pixelX, double pixelY, int width, int height, WorldPoint cursor)
    {
        var (right, down) = Under(pixelX, pixelY, width, height);
        var (u, v) = OnAxes(right, down);
        return cursor.With(AxisU, u).With(AxisV, v);
    }

    /// <summary>Opposite corners of the smallest box along the axes that holds all that the view shows; they lie on the slice through a cursor.</summary>
    public (WorldPoint First, WorldPoint Last) Shown(int width, int height, WorldPoint cursor)
    {
        WorldPoint[] corners = [ToWorld(0, 0, width, height, cursor), ToWorld(width, 0, width, height, cursor), ToWorld(0, height, width, height, cursor), ToWorld(width, height, width, height, cursor)];
        return (cursor.With(AxisU, corners.Min(corner => corner.Along(AxisU))).With(AxisV, corners.Min(corner => corner.Along(AxisV))),
            cursor.With(AxisU, corners.Max(corner => corner.Along(AxisU))).With(AxisV, corners.Max(corner => corner.Along(AxisV))));
    }

    /// <summary>Shows all of a box that stands at the origin, with a margin.</summary>
    /// <param name="extent">Its edges (x, y, z), µm.</param>
    /// <param name="width">Of the view, pixels.</param>
    /// <param name="height">Of the view, pixels.</param>
    public void Fit(Vector3 extent, int width, int height)
    {
        var (far, aside) = (Turned(Along(extent, AxisU), 0), Turned(0, Along(extent, AxisV)));
        Fit((Math.Min(far.Right, 0) + Math.Min(aside.Right, 0), Math.Min(far.Down, 0) + Math.Min(aside.Down, 0)),
            (Math.Max(far.Right, 0) + Math.Max(aside.Right, 0), Math.Max(far.Down, 0) + Math.Max(aside.Down, 0)), width, height);
    }

    public override PlaneCamera Finer(double factor) => new SliceCamera(Axis) { Turn = Turn, CenterU = CenterU, CenterV = CenterV, MicrometresPerPixel = MicrometresPerPixel / factor };

    /// <summary>A vector of this length along an axis, in the order (x, y, z).</summary>
    public static Vector3 Unit(Axis axis) => axis switch { Axis.Z => Vector3.UnitZ, Axis.Y => Vector3.UnitY, _ => Vector3.UnitX };

    private Vector3 InWorld(Vector2 direction) => (Unit(AxisU) * direction.X) + (Unit(AxisV) * direction.Y);

    // From places along the axes to places along the view's directions.
    private (double Right, double Down) Turned(double u, double v)
    {
        var (right, down) = (Turn.Right, Turn.Down);
        return ((u * right.X) + (v * right.Y), (u * down.X) + (v * down.Y));
    }

    private (double U, double V) OnAxes(double toRight, double toBottom)
    {
        var (right, down) = (Turn.Right, Turn.Down);
        return ((toRight * right.X) + (toBottom * down.X), (toRight * right.Y) + (toBottom * down.Y));
    }

    private static double Along(Vector3 extent, Axis axis) => axis switch { Axis.Z => extent.Z, Axis.Y => extent.Y, _ => extent.X };
}
