namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// A parallel beam around the z axis: where a point of a slice falls on the detector at each angle. Lengths are in the unit of the spacing.
/// A point (y, x) measured from the axis falls at x cos θ + y sin θ; bin k of the detector is centred at (k − <see cref="Centre"/>) · <see cref="Pitch"/>.
/// </summary>
internal sealed class ParallelBeam
{
    // Bins beyond the farthest point, so that interpolation and footprints stay on the detector.
    private const int Margin = 3;

    /// <param name="reach">The distance from the axis to the farthest point.</param>
    /// <param name="pitch">Width of a detector bin.</param>
    /// <param name="angles">Number of angles, spread evenly over the range without its end.</param>
    /// <param name="rangeDegrees">Up to 180.</param>
    /// <param name="shifts">How far the specimen is from its place across the beam at each angle, in bins; null for not at all.</param>
    public ParallelBeam(double reach, double pitch, int angles, double rangeDegrees, double[]? shifts = null)
    {
        Pitch = pitch;
        Step = rangeDegrees / 180 * Math.PI / angles;
        Cosines = new double[angles];
        Sines = new double[angles];
        for (var angle = 0; angle < angles; angle++)
            (Sines[angle], Cosines[angle]) = Math.SinCos(angle * Step);
        Shifts = shifts ?? new double[angles];
        var farthest = Shifts.Length == 0 ? 0 : Shifts.Max(Math.Abs);
        var half = (int)Math.Ceiling((reach / pitch) + farthest) + Margin;
        Bins = (2 * half) + 1;
        Centre = half;
    }

    /// <summary>Number of angles.</summary>
    public int Angles => Cosines.Length;

    /// <summary>Between neighbouring angles, in radians.</summary>
    public double Step { get; }

    /// <summary>Cosine of each angle.</summary>
    public double[] Cosines { get; }

    /// <summary>Sine of each angle.</summary>
    public double[] Sines { get; }

    /// <summary>Displacement of the specimen at each angle, in bins. The reconstruction does not know of it.</summary>
    public double[] Shifts { get; }

    /// <summary>Width of a bin.</summary>
    public double Pitch { get; }

    /// <summary>Number of detector columns.</summary>
    public int Bins { get; }

    /// <summary>The bin on which the axis falls.</summary>
    public int Centre { get; }
}
