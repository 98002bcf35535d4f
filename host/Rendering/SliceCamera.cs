using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// How a slice is looked at: which axis it lies across, what is in the middle, how large. u runs to the right and v down.
/// Across z: u = x, v = y. Across y: u = x, v = z. Across x: u = z, v = y. So a y view fits below a z view, and an x view on its right.
/// </summary>
internal sealed class SliceCamera : PlaneCamera
{
    public SliceCamera(Axis axis) => Axis = axis;

    /// <summary>The axis the slice lies across.</summary>
    public Axis Axis { get; }

    public override Axis? Across => Axis;

    public override Vector3 Right => Unit(AxisU);

    public override Vector3 Down => Unit(AxisV);

    /// <summary>The axis that runs to the right.</summary>
    public Axis AxisU => Axis == Axis.X ? Axis.Z : Axis.X;

    /// <summary>The axis that runs down.</summary>
    public Axis AxisV => Axis == Axis.Y ? Axis.Z : Axis.Y;

    /// <summary>The place in the view of a point, or of its shadow on the slice.</summary>
    public (double X, double Y) ToPixel(WorldPoint point, int width, int height) =>
        ToPixel(point.Along(AxisU), point.Along(AxisV), width, height);

    public override WorldPoint ToWorld(double pixelX, double pixelY, int width, int height, WorldPoint cursor)
    {
        var (u, v) = Under(pixelX, pixelY, width, height);
        return cursor.With(AxisU, u).With(AxisV, v);
    }

    /// <summary>Shows all of a box that stands at the origin, with a margin.</summary>
    /// <param name="extent">Its edges (x, y, z), µm.</param>
    /// <param name="width">Of the view, pixels.</param>
    /// <param name="height">Of the view, pixels.</param>
    public void Fit(Vector3 extent, int width, int height) => Fit((0, 0), (Along(extent, AxisU), Along(extent, AxisV)), width, height);

    public override PlaneCamera Finer(int factor) => new SliceCamera(Axis) { CenterU = CenterU, CenterV = CenterV, MicrometresPerPixel = MicrometresPerPixel / factor };

    /// <summary>A vector of this length along an axis, in the order (x, y, z).</summary>
    public static Vector3 Unit(Axis axis) => axis switch { Axis.Z => Vector3.UnitZ, Axis.Y => Vector3.UnitY, _ => Vector3.UnitX };

    private static double Along(Vector3 extent, Axis axis) => axis switch { Axis.Z => extent.Z, Axis.Y => extent.Y, _ => extent.X };
}
