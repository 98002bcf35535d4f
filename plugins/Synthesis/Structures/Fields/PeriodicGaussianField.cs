using System.Numerics.Tensors;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// A random field over a volume with mean 0, variance 1, normal values and the correlation exp(−r²/ℓ²), periodic along all axes. It is white noise on a grid no
/// coarser than the kernel, spread by Gaussian kernels; slices are computed when asked for, so that the field takes almost no memory.
/// </summary>
internal sealed class PeriodicGaussianField
{
    // Kernels are cut where they have fallen to e⁻⁸ of their peak.
    private const double KernelReach = 4;

    private readonly VolumeShape _shape;
    private readonly float[][] _noise;
    private readonly Kernels _z;
    private readonly Kernels _y;
    private readonly Kernels _x;

    /// <param name="shape">Of the volume.</param>
    /// <param name="length">ℓ along z, y and x, in voxels, above 0: where the correlation has fallen to 1/e.</param>
    /// <param name="random">A stream of its own.</param>
    public PeriodicGaussianField(VolumeShape shape, Point3 length, CounterRandom random)
    {
        _shape = shape;
        // Noise spread by a kernel of width s has the correlation exp(−r²/4s²).
        (_z, _y, _x) = (new Kernels(shape.Depth, length.Z / 2), new Kernels(shape.Height, length.Y / 2), new Kernels(shape.Width, length.X / 2));
        _noise = new float[_z.Points][];
        var plane = _y.Points * _x.Points;
        for (var z = 0; z < _noise.Length; z++)
            random.FillNormal(_noise[z] = new float[plane], (long)z * plane);
    }

    /// <summary>Writes the field of one slice; safe from several threads.</summary>
    public void Slice(int z, Span<float> values)
    {
        var (width, rows) = (_shape.Width, _y.Points);
        var plane = new float[rows * _x.Points];
        foreach (var (point, weight) in _z.At(z))
            TensorPrimitives.MultiplyAdd(_noise[point], weight, plane, plane);
        var wide = new float[rows * width];
        for (var row = 0; row < rows; row++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                foreach (var (point, weight) in _x.At(x))
                    sum += weight * plane[(row * _x.Points) + point];
                wide[(row * width) + x] = sum;
            }
        }
        for (var y = 0; y < _shape.Height; y++)
        {
            var to = values.Slice(y * width, width);
            to.Clear();
            foreach (var (point, weight) in _y.At(y))
                TensorPrimitives.MultiplyAdd(wide.AsSpan(point * width, width), weight, to, to);
        }
    }

    // For each voxel of an axis, the noise points near it and their weights, whose squares sum up to one.
    private sealed class Kernels
    {
        private readonly (int Point, float Weight)[][] _weights;

        public Kernels(int voxels, double width)
        {
            Points = (int)Math.Clamp(Math.Ceiling(voxels / width), 1, voxels);
            var spacing = voxels / (double)Points;
            _weights = new (int, float)[voxels][];
            for (var i = 0; i < voxels; i++)
                _weights[i] = At(i, spacing, Math.Max(width, 1e-3));
        }

        public int Points { get; }

        public ReadOnlySpan<(int Point, float Weight)> At(int voxel) => _weights[voxel];

        private (int, float)[] At(int voxel, double spacing, double width)
        {
            var weights = new SortedDictionary<int, double>();
            var centre = voxel / spacing;
            for (var j = (int)Math.Floor(centre - (KernelReach * width / spacing)); j <= Math.Ceiling(centre + (KernelReach * width / spacing)); j++)
            {
                var away = (j - centre) * spacing / width;
                var point = ((j % Points) + Points) % Points;
                weights[point] = weights.GetValueOrDefault(point) + Math.Exp(-away * away / 2);
            }
            var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
            return [.. weights.Select(pair => (pair.Key, (float)(pair.Value / length)))];
        }
    }
}
