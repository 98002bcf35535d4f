using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>A step from a voxel to a neighbour.</summary>
/// <param name="Z">Voxels along z.</param>
/// <param name="Y">Voxels along y.</param>
/// <param name="X">Voxels along x.</param>
/// <param name="Length">In the unit of the spacing.</param>
/// <param name="Weight">Share of all directions that are nearest to this one or its opposite.</param>
internal readonly record struct NeighbourStep(int Z, int Y, int X, double Length, double Weight);

/// <summary>The thirteen directions to a voxel's neighbours, with the solid angle that falls to each for the given spacing.</summary>
internal static class NeighbourDirections
{
    // Evenly spread over the sphere; the weights are right to about a thousandth.
    private const int Samples = 20_000;

    /// <summary>The steps that the lags reach; those out of the slice are left out where there is only one.</summary>
    public static IReadOnlyList<NeighbourStep> Of(Spacing spacing, (int Z, int Y, int X) reach)
    {
        var steps = new List<(int Z, int Y, int X, double Length)>();
        for (var z = 0; z <= 1; z++)
        {
            for (var y = -1; y <= 1; y++)
            {
                for (var x = -1; x <= 1; x++)
                {
                    // One of each two opposite steps.
                    var isFirst = z > 0 || y > 0 || (y == 0 && x > 0);
                    if (isFirst && z <= reach.Z && Math.Abs(y) <= reach.Y && Math.Abs(x) <= reach.X)
                        steps.Add((z, y, x, Math.Sqrt((z * spacing.Z * z * spacing.Z) + (y * spacing.Y * y * spacing.Y) + (x * spacing.X * x * spacing.X))));
                }
            }
        }
        var counts = new int[steps.Count];
        var isPlanar = reach.Z == 0;
        for (var sample = 0; sample < Samples && steps.Count > 0; sample++)
        {
            // Fibonacci's spiral (Swinbank and Purser 2006), or a circle for a single slice.
            var angle = isPlanar ? 2 * Math.PI * (sample + 0.5) / Samples : sample * Math.PI * (3 - Math.Sqrt(5));
            var height = isPlanar ? 0 : 1 - (((2 * sample) + 1) / (double)Samples);
            var radius = Math.Sqrt(1 - (height * height));
            var (toZ, toY, toX) = (height * spacing.Z, radius * Math.Sin(angle) * spacing.Y, radius * Math.Cos(angle) * spacing.X);
            var (best, nearest) = (0, -1.0);
            for (var i = 0; i < steps.Count; i++)
            {
                var cosine = Math.Abs((steps[i].Z * toZ) + (steps[i].Y * toY) + (steps[i].X * toX)) / steps[i].Length;
                if (cosine > nearest)
                    (best, nearest) = (i, cosine);
            }
            counts[best]++;
        }
        return [.. steps.Select((step, i) => new NeighbourStep(step.Z, step.Y, step.X, step.Length, counts[i] / (double)Samples))];
    }
}
