using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// How a flat cut through the world is looked at, along an axis or obliquely. u and v are the places along its right and its downward direction, counted from the
/// origin of the world, µm. Pixels are counted from the upper left corner of the view, whole numbers being the corners of pixels.
/// </summary>
internal abstract class PlaneCamera
{
    // Of the view, what a fitted scene takes of the shorter way.
    private const double FittedShare = 0.94;

    /// <summary>The axis that the cut lies across, or null for an oblique one.</summary>
    public abstract Axis? Across { get; }

    /// <summary>The direction to the right in the view, (x, y, z), length 1.</summary>
    public abstract Vector3 Right { get; }

    /// <summary>The direction down in the view, length 1.</summary>
    public abstract Vector3 Down { get; }

    /// <summary>What is in the middle of the view, along <see cref="Right"/>.</summary>
    public double CenterU { get; set; }

    /// <summary>What is in the middle of the view, along <see cref="Down"/>.</summary>
    public double CenterV { get; set; }

    /// <summary>How large a pixel is.</summary>
    public double MicrometresPerPixel { get; set; } = 1;

    /// <summary>The point under a place in the view, on the cut through the cursor.</summary>
    public abstract WorldPoint ToWorld(double pixelX, double pixelY, int width, int height, WorldPoint cursor);

    /// <summary>The same camera for a picture of the same part of the world with this many times the pixels along each edge.</summary>
    public abstract PlaneCamera Finer(double factor);

    /// <summary>The place in the view of (u, v).</summary>
    public (double X, double Y) ToPixel(double u, double v, int width, int height) =>
        ((width / 2.0) + ((u - CenterU) / MicrometresPerPixel), (height / 2.0) + ((v - CenterV) / MicrometresPerPixel));

    /// <summary>Enlarges by a factor (above 1: larger), leaving the point under a place in the view where it is.</summary>
    public void ZoomAt(double pixelX, double pixelY, int width, int height, double factor)
    {
        var finer = Math.Clamp(MicrometresPerPixel / factor, 1e-9, 1e9);
        CenterU += (pixelX - (width / 2.0)) * (MicrometresPerPixel - finer);
        CenterV += (pixelY - (height / 2.0)) * (MicrometresPerPixel - finer);
        MicrometresPerPixel = finer;
    }

    /// <summary>Moves the cut by pixels: what was grabbed stays under the pointer.</summary>
    public void Pan(double pixelsRight, double pixelsDown)
    {
        CenterU -= pixelsRight * MicrometresPerPixel;
        CenterV -= pixelsDown * MicrometresPerPixel;
    }

    /// <summary>The place (u, v) that is seen at a place in the view.</summary>
    protected (double U, double V) Under(double pixelX, double pixelY, int width, int height) =>
        (CenterU + ((pixelX - (width / 2.0)) * MicrometresPerPixel), CenterV + ((pixelY - (height / 2.0)) * MicrometresPerPixel));

    /// <summary>Shows all from one (u, v) to another, with a margin.</summary>
    protected void Fit((double U, double V) low, (double U, double V) high, int width, int height)
    {
        (CenterU, CenterV) = ((low.U + high.U) / 2, (low.V + high.V) / 2);
        var scale = Math.Max((high.U - low.U) / Math.Max(width * FittedShare, 1), (high.V - low.V) / Math.Max(height * FittedShare, 1));
        MicrometresPerPixel = scale > 0 ? scale : 1;
    }
}
