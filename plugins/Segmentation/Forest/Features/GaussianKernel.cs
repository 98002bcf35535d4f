namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>
/// Weights of a sampled Gaussian and its first two derivatives along one axis, out to 4 σ, as scipy.ndimage has them. Symmetric, so only one half
/// is kept: smoothing and the second derivative weigh the sum of the two voxels k steps away, the first derivative weighs their difference.
/// </summary>
internal sealed class GaussianKernel
{
    private const double Truncation = 4;

    // A narrower Gaussian, sampled, has all its weight in one voxel and no slope left: differences of neighbours take its place.
    private const double LeastForDerivatives = 0.5;

    private GaussianKernel(float[] smooth, float[] first, float[] second) => (Smooth, First, Second) = (smooth, first, second);

    public int Radius => Smooth.Length - 1;

    /// <summary>By distance 0 … <see cref="Radius"/>.</summary>
    public float[] Smooth { get; }

    /// <summary>By distance; of (value ahead − value behind).</summary>
    public float[] First { get; }

    /// <summary>By distance.</summary>
    public float[] Second { get; }

    /// <param name="sigma">In voxels of the finest axis.</param>
    /// <param name="ratio">Voxel distance of the finest axis over that of this axis, at most 1: there are so many steps to a unit of length.</param>
    public static GaussianKernel Of(double sigma, double ratio)
    {
        var steps = sigma * ratio;
        var radius = Math.Max(1, RadiusOf(sigma, ratio));
        var gauss = new double[radius + 1];
        for (var k = 0; k <= radius; k++)
            gauss[k] = Math.Exp(-0.5 * k * k / (steps * steps));
        var sum = gauss[0] + (2 * gauss.Skip(1).Sum());
        var (smooth, first, second) = (new float[radius + 1], new float[radius + 1], new float[radius + 1]);
        for (var k = 0; k <= radius; k++)
        {
            var weight = gauss[k] / sum;
            smooth[k] = (float)weight;
            var (slope, curvature) = steps < LeastForDerivatives
                ? (k == 1 ? 0.5 : 0, k == 0 ? -2 : k == 1 ? 1 : 0.0)
                : (k / (steps * steps) * weight, ((k * k / (steps * steps)) - 1) / (steps * steps) * weight);
            first[k] = (float)(slope * ratio);
            second[k] = (float)(curvature * ratio * ratio);
        }
        return new GaussianKernel(smooth, first, second);
    }

    /// <summary>The mean of 2·radius + 1 voxels; it has no derivatives.</summary>
    public static GaussianKernel Box(int radius)
    {
        var weights = new float[radius + 1];
        Array.Fill(weights, 1f / ((2 * radius) + 1));
        return new GaussianKernel(weights, [], []);
    }

    private static int RadiusOf(double sigma, double ratio) => (int)((Truncation * sigma * ratio) + 0.5);
}
