namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>One slice of a window, filtered along z at one scale; in 2-D simply the slice.</summary>
internal sealed class DepthPlanes
{
    private readonly GreyWindow _window;
    private readonly ScaleFilters _filters;
    private readonly int[] _before;
    private readonly int[] _after;
    private int _centre;

    /// <param name="window">The greys.</param>
    /// <param name="filters">Of the scale.</param>
    /// <param name="dimensions">2 or 3.</param>
    /// <param name="kinds">What the planes are for.</param>
    public DepthPlanes(GreyWindow window, ScaleFilters filters, int dimensions, FeatureKinds kinds)
    {
        (_window, _filters) = (window, filters);
        IsFlat = dimensions == 2;
        var longest = IsFlat ? 0 : Math.Max(filters.Z.Radius, filters.BoxZ) + 1;
        (_before, _after) = (new int[longest], new int[longest]);
        if (IsFlat)
        {
            (Smooth, Mean, Square, Least, Greatest) = (window.Values, window.Values, window.Squares, window.Values, window.Values);
            return;
        }
        (Smooth, First, Second) = (Plane(Derivatives), Plane(Derivatives), Plane(Derivatives & ~FeatureKinds.Structure));
        (Mean, Square) = (Plane(FeatureKinds.Mean | FeatureKinds.Variance), Plane(FeatureKinds.Variance));
        (Least, Greatest) = (Plane(FeatureKinds.Minimum), Plane(FeatureKinds.Maximum));

        float[] Plane(FeatureKinds uses) => (kinds & uses) != 0 ? new float[window.SliceLength + Fir.Slack] : [];
    }

    /// <summary>The features that need derivatives.</summary>
    public static FeatureKinds Derivatives =>
        FeatureKinds.Gaussian | FeatureKinds.Gradient | FeatureKinds.Laplacian | FeatureKinds.Difference | FeatureKinds.Hessian | FeatureKinds.Structure;

    /// <summary>Whether neighbouring slices are left out of account.</summary>
    public bool IsFlat { get; }

    /// <summary>Where the slice begins in each of the planes.</summary>
    public int Start { get; private set; }

    /// <summary>Smoothed along z.</summary>
    public float[] Smooth { get; }

    /// <summary>The first derivative along z.</summary>
    public float[] First { get; } = [];

    /// <summary>The second derivative along z.</summary>
    public float[] Second { get; } = [];

    /// <summary>Means, means of squares, and extremes over the box's depth.</summary>
    public float[] Mean { get; }

    public float[] Square { get; }

    public float[] Least { get; }

    public float[] Greatest { get; }

    /// <summary>Goes to a slice. In 3-D the rows are then filled by <see cref="FillRow"/>.</summary>
    public void MoveTo(int z)
    {
        Start = IsFlat ? _window.Load(z) : 0;
        if (IsFlat)
            return;
        var centre = _window.Load(z);
        for (var k = 0; k < _before.Length; k++)
            (_before[k], _after[k]) = (_window.Load(z - k) - centre, _window.Load(z + k) - centre);
        _centre = centre;
    }

    /// <summary>Filters one row of the window along z.</summary>
    /// <remarks>A run ends in the row after it, which gets the very numbers that another thread may be writing there.</remarks>
    public void FillRow(int row)
    {
        var (from, to, count) = (_centre + (row * _window.Stride), row * _window.Stride, _window.Stride);
        if (Second.Length > 0)
            Fir.Convolve(_window.Values, from, _before, _after, _filters.Z, count, Smooth.AsSpan(to), First.AsSpan(to), Second.AsSpan(to));
        else if (First.Length > 0)
            Fir.Convolve(_window.Values, from, _before, _after, _filters.Z, count, Smooth.AsSpan(to), First.AsSpan(to));
        if (Mean.Length > 0)
            Fir.Convolve(_window.Values, from, _before, _after, _filters.MeanZ, count, Mean.AsSpan(to));
        if (Square.Length > 0)
            Fir.Convolve(_window.Squares, from, _before, _after, _filters.MeanZ, count, Square.AsSpan(to));
        if (Least.Length > 0)
            Fir.Extreme(_window.Values, from, _before, _after, _filters.BoxZ, count, greatest: false, Least.AsSpan(to));
        if (Greatest.Length > 0)
            Fir.Extreme(_window.Values, from, _before, _after, _filters.BoxZ, count, greatest: true, Greatest.AsSpan(to));
    }

}
