using System.Numerics.Tensors;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias;

/// <summary>
/// A random field over a volume with mean 0, variance 1 and the covariance exp(−r²/(2ℓ²)): a Gaussian bump of deviation ℓ/√2 at every node of a lattice of that
/// spacing, each with a normal weight. The field does not end at the borders, and any slice of it can be computed alone, on any thread.
/// </summary>
/// <remarks>No memory per voxel. The weights of a voxel are scaled to variance 1 exactly; the covariance differs from the formula by some 1e-4.</remarks>
internal sealed class GaussianField
{
    /// <summary>A length in z, in voxels, that leaves slices independent of each other.</summary>
    internal const double IndependentSlices = 0.05;

    // Bumps are cut off four deviations from their nodes.
    private const int Reach = 4;
    private const int Taps = (2 * Reach) + 1;

    private readonly CounterRandom _random;
    private readonly Taps1D _z;
    private readonly Taps1D _y;
    private readonly Taps1D _x;

    /// <param name="seed">The user's seed.</param>
    /// <param name="stream">What the field is for.</param>
    /// <param name="shape">Of the volume.</param>
    /// <param name="lengthZ">Correlation length ℓ along z, in voxels.</param>
    /// <param name="lengthY">ℓ along y, in voxels.</param>
    /// <param name="lengthX">ℓ along x, in voxels.</param>
    internal GaussianField(long seed, uint stream, VolumeShape shape, double lengthZ, double lengthY, double lengthX)
    {
        _random = new CounterRandom(seed, stream);
        (_z, _y, _x) = (new Taps1D(shape.Depth, lengthZ), new Taps1D(shape.Height, lengthY), new Taps1D(shape.Width, lengthX));
    }

    /// <summary>The field in one slice, row by row.</summary>
    internal void Fill(int z, Span<float> slice)
    {
        var nodes = _y.Nodes * _x.Nodes;
        var (sum, plane) = (new float[nodes], new float[nodes]);
        for (var tap = 0; tap < Taps; tap++)
        {
            _random.FillNormal(plane, (long)(_z.First[z] + tap) * nodes);
            TensorPrimitives.MultiplyAdd(plane, _z.Weights[(z * Taps) + tap], sum, sum);
        }
        var row = new float[_x.Nodes];
        var width = _x.First.Length;
        for (var y = 0; y < _y.First.Length; y++)
        {
            row.AsSpan().Clear();
            for (var tap = 0; tap < Taps; tap++)
                TensorPrimitives.MultiplyAdd(sum.AsSpan((_y.First[y] + tap) * _x.Nodes, _x.Nodes), _y.Weights[(y * Taps) + tap], row, row);
            var line = slice.Slice(y * width, width);
            for (var x = 0; x < width; x++)
                line[x] = TensorPrimitives.Dot(row.AsSpan(_x.First[x], Taps), _x.Weights.AsSpan(x * Taps, Taps));
        }
    }

    // For every place along an axis, the first node near it and the heights there of the bumps of this node and those after it.
    private sealed class Taps1D
    {
        internal Taps1D(int count, double length)
        {
            var spacing = length / Math.Sqrt(2);
            (First, Weights) = (new int[count], new float[count * Taps]);
            for (var place = 0; place < count; place++)
            {
                var middle = place / spacing;
                var nearest = Math.Round(middle);
                First[place] = (int)nearest;
                double squares = 0;
                for (var tap = 0; tap < Taps; tap++)
                {
                    var distance = middle - (nearest - Reach + tap);
                    squares += Math.Exp(-distance * distance);
                }
                for (var tap = 0; tap < Taps; tap++)
                {
                    var distance = middle - (nearest - Reach + tap);
                    Weights[(place * Taps) + tap] = (float)(Math.Exp(-distance * distance / 2) / Math.Sqrt(squares));
                }
            }
            Nodes = First[^1] + Taps;
        }

        internal int[] First { get; }

        internal float[] Weights { get; }

        internal int Nodes { get; }
    }
}
