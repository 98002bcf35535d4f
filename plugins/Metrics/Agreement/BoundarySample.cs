namespace VolumeViewer.Plugins.Metrics;

/// <summary>Distances of boundary voxels to the nearest boundary voxel of the other volume, both ways, and the measures made of them.</summary>
/// <param name="ToReference">From the labels to the reference.</param>
/// <param name="ToLabels">From the reference to the labels.</param>
internal sealed record BoundarySample(float[] ToReference, float[] ToLabels)
{
    private const double Share = 0.95;

    /// <summary>
    /// Mean over the boundary voxels of both (average symmetric surface distance); null if there are none, infinite if only one volume has any.
    /// </summary>
    public double? MeanDistance => Count == 0 ? null : (Sum(ToReference) + Sum(ToLabels)) / Count;

    /// <summary>The greater of the two 95 % quantiles, interpolated between ranks; null or infinite as the mean.</summary>
    public double? Hausdorff95 => Count == 0 ? null : IsOneSided ? double.PositiveInfinity : Math.Max(Quantile(ToReference), Quantile(ToLabels));

    /// <summary>The greatest distance (Hausdorff distance); null or infinite as the mean.</summary>
    public double? Hausdorff => Count == 0 ? null : IsOneSided ? double.PositiveInfinity : Math.Max(ToReference.Max(), ToLabels.Max());

    /// <summary>Boundary voxels of both.</summary>
    public int Count => ToReference.Length + ToLabels.Length;

    private bool IsOneSided => ToReference.Length == 0 || ToLabels.Length == 0;

    /// <summary>Share of the labels' boundary that is within the tolerance of the reference's; null if there is none.</summary>
    public double? Precision(double tolerance) => Within(ToReference, tolerance);

    /// <summary>Share of the reference's boundary that is within the tolerance of the labels'; null if there is none.</summary>
    public double? Recall(double tolerance) => Within(ToLabels, tolerance);

    /// <summary>Harmonic mean of both (Csurka, Larlus and Perronnin, BMVC 2013); null if neither has a boundary, 0 if only one has.</summary>
    public double? F1(double tolerance)
    {
        if (Count == 0)
            return null;
        var (precision, recall) = (Precision(tolerance) ?? 0, Recall(tolerance) ?? 0);
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    /// <summary>The sum of all distances.</summary>
    public double Total => Sum(ToReference) + Sum(ToLabels);

    private static double Sum(float[] distances)
    {
        var sum = 0.0;
        foreach (var distance in distances)
            sum += distance;
        return sum;
    }

    private static double? Within(float[] distances, double tolerance)
    {
        // Distances are floats: one that is just the tolerance must not fall out by its rounding.
        var most = (float)(tolerance * (1 + 1e-6));
        return distances.Length == 0 ? null : distances.Count(distance => distance <= most) / (double)distances.Length;
    }

    private static double Quantile(float[] distances)
    {
        var sorted = (float[])distances.Clone();
        Array.Sort(sorted);
        var rank = Share * (sorted.Length - 1);
        var low = (int)rank;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((rank - low) * (sorted[high] - (double)sorted[low]));
    }
}
