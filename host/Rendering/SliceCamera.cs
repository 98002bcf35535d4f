using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// How a slice is looked at: which axis it lies across, what is in the middle, how large. u runs to the right and v down.
/// Across z: u = x, v = y. Across y: u = x, v = z. Across x: u = z, v = y. So a y view fits below a z view, and an x view on its right.
/// Pixels are counted from the upper left corner of the view, whole numbers being the corners of pixels.
/// </summary>
internal sealed class SliceCamera : IPlaneCamera
{
    public SliceCamera(Axis axis) => Axis = axis;

    /// <summary>The axis the slice lies across.</summary>
    public Axis Axis { get; }

    Axis? IPlaneCamera.Across => Axis;

    Vector3 IPlaneCamera.Right => Unit(AxisU);

    Vector3 IPlaneCamera.Down => Unit(AxisV);

    /// <summary>The axis that runs to the right.</summary>
    public Axis AxisU => Axis == Axis.X ? Axis.Z : Axis.X;

    /// <summary>The axis that runs down.</summary>
    public Axis AxisV => Axis == Axis.Y ? Axis.Z : Axis.Y;

    /// <summary>What is in the middle of the view, µm along <see cref="AxisU"/>.</summary>
    public double CenterU { get; set; }

    /// <summary>What is in the middle of the view, µm along <see cref="AxisV"/>.</summary>
    public double CenterV { get; set; }

    /// <summary>How large a pixel is.</summary>
    public double MicrometresPerPixel { get; set; } = 1;

    /// <summary>The place in the view of (u, v).</summary>
    public (double X, double Y) ToPixel(double u, double v, int width, int height) =>
        ((width / 2.0) + ((u - CenterU) / MicrometresPerPixel), (height / 2.0) + ((v - CenterV) / MicrometresPerPixel));

    /// <summary>The place in the view of a point, or of its shadow on the slice.</summary>
    public (double X, double Y) ToPixel(WorldPoint point, int width, int height) =>
        ToPixel(point.Along(AxisU), point.Along(AxisV), width, height);

    /// <summary>The point under a place in the view, on the slice through the cursor.</summary>
    public WorldPoint ToWorld(double pixelX, double pixelY, int width, int height, WorldPoint cursor) => cursor
        .With(AxisU, CenterU + ((pixelX - (width / 2.0)) * MicrometresPerPixel))
        .With(AxisV, CenterV + ((pixelY - (height / 2.0)) * MicrometresPerPixel));

    /// <summary>Shows all of a box that stands at the origin, with a margin.</summary>
    /// <param name="extent">Its edges (x, y, z), µm.</param>
    /// <param name="width">Of the view, pixels.</param>
    /// <param name="height">Of the view, pixels.</param>
    public void Fit(Vector3 extent, int width, int height)
    {
        var (u, v) = (Along(extent, AxisU), Along(extent, AxisV));
        (CenterU, CenterV) = (u / 2, v / 2);
        var scale = Math.Max(u / Math.Max(width * 0.94, 1), v / Math.Max(height * 0.94, 1));
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

    public IPlaneCamera Finer(int factor) => new SliceCamera(Axis) { CenterU = CenterU, CenterV = CenterV, MicrometresPerPixel = MicrometresPerPixel / factor };

    /// <summary>A vector of this length along an axis, in the order (x, y, z).</summary>
    public static Vector3 Unit(Axis axis) => axis switch { Axis.Z => Vector3.UnitZ, Axis.Y => Vector3.UnitY, _ => Vector3.UnitX };

    private static double Along(Vector3 extent, Axis axis) => axis switch { Axis.Z => extent.Z, Axis.Y => extent.Y, _ => extent.X };
}
