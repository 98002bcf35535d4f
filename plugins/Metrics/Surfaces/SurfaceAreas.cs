namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>Areas as one method sees them, µm² (or in squares of the voxel's edge).</summary>
/// <param name="Method">The method.</param>
/// <param name="Phases">By [phase][block].</param>
/// <param name="Pairs">By [pair][block], see <see cref="PhasePairs"/>.</param>
internal sealed record SurfaceAreas(SurfaceMethod Method, double[][] Phases, double[][] Pairs)
{
    /// <summary>From the areas of the pairs alone: a phase's surface is the sum of its interfaces.</summary>
    public static SurfaceAreas OfPairs(SurfaceMethod method, double[][] pairs, int phases, int blocks)
    {
        var surfaces = new double[phases][];
        for (var phase = 0; phase < phases; phase++)
        {
            surfaces[phase] = new double[blocks];
            for (var other = 0; other < phases; other++)
            {
                if (other == phase)
                    continue;
                var pair = pairs[PhasePairs.Index(phase, other, phases)];
                for (var block = 0; block < blocks; block++)
                    surfaces[phase][block] += pair[block];
            }
        }
        return new SurfaceAreas(method, surfaces, pairs);
    }
}
