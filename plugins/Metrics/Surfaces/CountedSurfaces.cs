using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>Areas from the number of neighbouring voxels of different phases.</summary>
internal static class CountedSurfaces
{
    /// <summary>The area of the faces between voxels: exact for planes across the axes; too great by half for surfaces that look everywhere alike.</summary>
    /// <param name="counts">Along the axes first.</param>
    /// <param name="spacing">Of the voxels.</param>
    public static SurfaceAreas Faces(NeighbourCounts counts, Spacing spacing) => Weighted(SurfaceMethod.Faces, counts,
        [spacing.Y * spacing.X, spacing.Z * spacing.X, spacing.Z * spacing.Y]);

    /// <summary>
    /// The area by Crofton's formula, S = 2·V·(crossings per length of line), as a mean over the 13 lattice directions, each weighted by the share of
    /// directions it is nearest to (Ohser and Mücklich 2000; Legland, Kiêu and Devaux, Image Anal. Stereol. 26 (2007) 83).
    /// </summary>
    /// <param name="counts">Along <see cref="LatticeDirections.All"/>.</param>
    /// <param name="spacing">Of the voxels.</param>
    public static SurfaceAreas Crofton(NeighbourCounts counts, Spacing spacing) =>
        Weighted(SurfaceMethod.Crofton, counts, CroftonWeights(spacing));

    /// <summary>The area that one pair of neighbours along each of <see cref="LatticeDirections.All"/> stands for.</summary>
    public static double[] CroftonWeights(Spacing spacing)
    {
        var steps = LatticeDirections.All.Select(step => (Z: step.Z * spacing.Z, Y: step.Y * spacing.Y, X: step.X * spacing.X)).ToArray();
        var shares = SphericalVoronoi.Weights(steps);
        var voxel = spacing.Z * spacing.Y * spacing.X;
        return [.. steps.Select((step, i) => 2 * voxel * shares[i] / Math.Sqrt((step.Z * step.Z) + (step.Y * step.Y) + (step.X * step.X)))];
    }

    private static SurfaceAreas Weighted(SurfaceMethod method, NeighbourCounts counts, double[] weights)
    {
        var pairs = new List<double[]>();
        foreach (var (first, second) in PhasePairs.All(counts.Phases))
        {
            var areas = new double[counts.Blocks];
            for (var direction = 0; direction < weights.Length; direction++)
            {
                var of = counts.Of(direction, first, second);
                for (var block = 0; block < areas.Length; block++)
                    areas[block] += weights[direction] * of[block];
            }
            pairs.Add(areas);
        }
        return SurfaceAreas.OfPairs(method, [.. pairs], counts.Phases, counts.Blocks);
    }
}
