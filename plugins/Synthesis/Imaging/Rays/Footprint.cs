namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// The shadow of a voxel on the detector at one angle: its density seen edge on is a trapezoid, and a bin takes the part that falls on it. So a projection
/// is the exact mean of the line integrals over a bin of piecewise constant voxels. (The footprint of Long, Fessler and Balter,
/// IEEE Trans. Med. Imaging 29 (2010) 1839, for parallel rays.) The place within a bin is rounded to one in <see cref="Places"/>.
/// </summary>
internal sealed class Footprint
{
    /// <summary>Distinguished places of a voxel's centre within a bin.</summary>
    public const int Places = 256;

    /// <param name="spacingY">Edge of a voxel along y.</param>
    /// <param name="spacingX">Edge of a voxel along x.</param>
    /// <param name="pitch">Width of a bin.</param>
    /// <param name="cosine">Of the angle.</param>
    /// <param name="sine">Of the angle.</param>
    /// <param name="taps">Bins that a shadow may touch; see <see cref="TapsFor"/>.</param>
    public Footprint(double spacingY, double spacingX, double pitch, double cosine, double sine, int taps)
    {
        var (wide, narrow) = (Math.Abs(spacingX * cosine) / pitch, Math.Abs(spacingY * sine) / pitch);
        if (wide < narrow)
            (wide, narrow) = (narrow, wide);
        // The length of a ray through the voxel times the width of its shadow is its area, whatever the angle.
        var mass = spacingX * spacingY / pitch;
        Weights = new float[Places * taps];
        for (var place = 0; place < Places; place++)
        {
            // The centre is in the middle of the taps: within half a bin of tap (taps − 1)/2 if that is whole.
            var centre = FirstEdge(taps) + ((place + 0.5) / Places);
            for (var tap = 0; tap < taps; tap++)
                Weights[(place * taps) + tap] = (float)(mass * (Below(tap + 1 - centre, wide, narrow) - Below(tap - centre, wide, narrow)));
        }
    }

    /// <summary>The share of a voxel in each bin times the mean length of a ray through it: [place, tap].</summary>
    public float[] Weights { get; }

    /// <summary>The most bins that a shadow touches at any angle.</summary>
    public static int TapsFor(double spacingY, double spacingX, double pitch) =>
        (2 * (int)Math.Ceiling(Math.Sqrt((spacingY * spacingY) + (spacingX * spacingX)) / pitch / 2)) + 1;

    /// <summary>The edge, in bins from the first tap's low edge, behind which the centres of the place 0 lie.</summary>
    private static int FirstEdge(int taps) => taps / 2;

    // The integral, up to u, of two boxes of the given widths and unit mass convolved with each other.
    private static double Below(double u, double wide, double narrow)
    {
        if (u < 0)
            return 1 - Below(-u, wide, narrow);
        var (flat, foot) = ((wide - narrow) / 2, (wide + narrow) / 2);
        if (u <= flat)
            return 0.5 + (u / wide);
        if (u >= foot)
            return 1;
        return 1 - ((foot - u) * (foot - u) / (2 * wide * narrow));
    }
}
