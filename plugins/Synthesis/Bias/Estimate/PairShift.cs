using VolumeViewer.Plugins.Synthesis.Bias.Annotate;

namespace VolumeViewer.Plugins.Synthesis.Bias.Estimate;

/// <summary>The shift of the boundaries between two phases.</summary>
/// <param name="First">The phase of the lower label.</param>
/// <param name="Second">The other.</param>
/// <param name="Mean">How far the first is drawn into the second, in voxels along x.</param>
/// <param name="HalfWidth">Of its 95 % interval, from the scatter between slices; NaN for a single slice.</param>
/// <param name="Rays">Places where it was measured.</param>
internal sealed record PairShift(int First, int Second, double Mean, double HalfWidth, int Rays)
{
    // Slices with fewer places tell nothing of their own.
    private const int LeastRays = 20;

    /// <summary>The shifts of all pairs, with the part taken off that the grey explains.</summary>
    /// <param name="rays">Of all slices.</param>
    /// <param name="preference">How far a phase is drawn where the grey is its own.</param>
    internal static IReadOnlyList<PairShift> Of(IReadOnlyList<BoundaryRay> rays, double preference) =>
    [
        .. rays.GroupBy(ray => (ray.First, ray.Second)).OrderBy(group => group.Key).Select(group =>
        {
            double Rest(BoundaryRay ray) => ray.Advance - (preference * ray.Pull);
            var slices = group.GroupBy(ray => ray.Z).Where(slice => slice.Count() >= LeastRays).Select(slice => slice.Average(Rest)).ToList();
            var mean = slices.Count > 0 ? slices.Average() : 0;
            var halfWidth = slices.Count < 2 ? double.NaN
                : StudentQuantile.Two95(slices.Count - 1) * Math.Sqrt(slices.Sum(value => (value - mean) * (value - mean)) / (slices.Count - 1) / slices.Count);
            return new PairShift(group.Key.First, group.Key.Second, group.Average(Rest), halfWidth, group.Count());
        }),
    ];

    /// <summary>How far a phase is drawn into its neighbour where the grey is its own: the slope of the advance over the pull, within each pair.</summary>
    internal static double Preference(IReadOnlyList<BoundaryRay> rays)
    {
        var (products, squares) = (0.0, 0.0);
        foreach (var group in rays.GroupBy(ray => (ray.First, ray.Second)))
        {
            var (advance, pull) = (group.Average(ray => ray.Advance), group.Average(ray => ray.Pull));
            products += group.Sum(ray => (ray.Advance - advance) * (ray.Pull - pull));
            squares += group.Sum(ray => (ray.Pull - pull) * (ray.Pull - pull));
        }
        return squares > 0 ? products / squares : 0;
    }

    /// <summary>As the distribution of annotators: of two annotators each has a part in the difference, and none is the middle.</summary>
    internal PairValue ToValue(ReferenceKind reference) => reference == ReferenceKind.Truth ? new PairValue(First, Second, Mean, 0)
        : new PairValue(First, Second, 0, Math.Abs(Mean) / Math.Sqrt(2));
}
