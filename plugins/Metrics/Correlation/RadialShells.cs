using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>Sums over lags of about the same length: shells of equal width about the origin, the first of which is the lag 0 and what is nearer than half a width.</summary>
internal sealed class RadialShells
{
    private RadialShells(int count) => (Sum, Weight, Distance) = (new double[count], new double[count], new double[count]);

    /// <summary>How many shells there are, up to the shortest reach of the lags.</summary>
    public int Count => Sum.Length;

    /// <summary>Sum of the values.</summary>
    public double[] Sum { get; }

    /// <summary>Sum of the weights.</summary>
    public double[] Weight { get; }

    /// <summary>Mean length of the lags, by their weights, in the unit of the spacing.</summary>
    public double[] Distance { get; }

    /// <summary>Sums values and weights.</summary>
    /// <param name="values">By lag.</param>
    /// <param name="weights">By lag, with the same reach.</param>
    /// <param name="spacing">Distance between voxels.</param>
    /// <param name="edge">Voxels to which a step of a lag amounts.</param>
    /// <param name="width">Width of a shell in the unit of the spacing.</param>
    public static RadialShells Of(LagVolume values, LagVolume weights, Spacing spacing, int edge, double width)
    {
        var reach = values.Reach;
        var (stepZ, stepY, stepX) = (edge * spacing.Z, edge * spacing.Y, edge * spacing.X);
        // Axes of a single voxel have no lags, and limit nothing.
        var farthest = new[] { (reach.Z, stepZ), (reach.Y, stepY), (reach.X, stepX) }.Where(axis => axis.Item1 > 0).Select(axis => axis.Item1 * axis.Item2)
            .DefaultIfEmpty(0).Min();
        var shells = new RadialShells((int)Math.Round(farthest / width) + 1);
        for (var z = 0; z <= reach.Z; z++)
        {
            // The planes below are these again.
            var times = z == 0 ? 1 : 2;
            for (var y = -reach.Y; y <= reach.Y; y++)
            {
                var value = values.Row(z, y);
                var weight = weights.Row(z, y);
                for (var x = -reach.X; x <= reach.X; x++)
                {
                    var length = Math.Sqrt((z * stepZ * z * stepZ) + (y * stepY * y * stepY) + (x * stepX * x * stepX));
                    var shell = (int)((length / width) + 0.5);
                    if (shell >= shells.Count || length > farthest * (1 + 1e-9))
                        continue;
                    shells.Sum[shell] += times * (double)value[x + reach.X];
                    shells.Weight[shell] += times * (double)weight[x + reach.X];
                    shells.Distance[shell] += times * weight[x + reach.X] * length;
                }
            }
        }
        for (var shell = 0; shell < shells.Count; shell++)
            shells.Distance[shell] = shells.Weight[shell] > 0 ? shells.Distance[shell] / shells.Weight[shell] : shell * width;
        return shells;
    }
}
