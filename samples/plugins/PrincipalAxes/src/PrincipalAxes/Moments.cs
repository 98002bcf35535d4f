using MathNet.Numerics.LinearAlgebra;

using VolumeViewer.Sdk;

namespace PrincipalAxes;

/// <summary>Centre and second moments of the voxels of a phase.</summary>
public sealed class Moments
{
    private readonly Matrix<double> _covariance;

    private Moments(Matrix<double> covariance) => _covariance = covariance;

    /// <summary>Measures a phase.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="phase">The phase's label.</param>
    /// <param name="job">Told of the progress.</param>
    /// <exception cref="UserException">The phase has no voxel.</exception>
    public static Moments Of(LabelVolume labels, int phase, IJobContext? job = null)
    {
        var (shape, spacing) = (labels.Shape, labels.Spacing);
        var count = 0L;
        var sum = new double[3];
        var squares = new double[3, 3];
        for (var z = 0; z < shape.Depth; z++)
        {
            job?.CancellationToken.ThrowIfCancellationRequested();
            var slice = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
            {
                if (slice[i] != phase)
                    continue;
                var (y, x) = Math.DivRem(i, shape.Width);
                // From the middle of the volume: the difference of large sums would lose digits.
                ReadOnlySpan<double> place = [(z - (shape.Depth / 2)) * spacing.Z, (y - (shape.Height / 2)) * spacing.Y, (x - (shape.Width / 2)) * spacing.X];
                count++;
                for (var a = 0; a < 3; a++)
                {
                    sum[a] += place[a];
                    for (var b = 0; b <= a; b++)
                        squares[a, b] += place[a] * place[b];
                }
            }
            job?.Report(new JobProgress((z + 1.0) / shape.Depth, $"slice {z + 1} of {shape.Depth}"));
        }
        if (count == 0)
            throw new UserException($"The phase '{labels.Phases[phase].Name}' has no voxel, so it has no axes.");
        return new Moments(Matrix<double>.Build.Dense(3, 3, (a, b) => (squares[Math.Max(a, b), Math.Min(a, b)] / count) - (sum[a] / count * (sum[b] / count))));
    }

    /// <summary>The three axes, the longest first.</summary>
    public IReadOnlyList<PrincipalAxis> Axes()
    {
        var decomposition = _covariance.Evd(Symmetricity.Symmetric);
        return
        [
            .. Enumerable.Range(0, 3).Select(i => Axis(Math.Max(0, decomposition.EigenValues[i].Real), decomposition.EigenVectors.Column(i)))
                .OrderByDescending(axis => axis.Variance),
        ];
    }

    // An axis has no front and back; the sign is fixed so that equal volumes give equal tables.
    private static PrincipalAxis Axis(double variance, Vector<double> direction)
    {
        var sign = Math.Sign(direction[direction.AbsoluteMaximumIndex()]);
        return new PrincipalAxis(variance, sign * direction[0], sign * direction[1], sign * direction[2]);
    }
}
