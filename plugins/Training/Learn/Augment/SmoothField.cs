namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>A field over a square that changes slowly: uniform cubic B-spline over random values at knots.</summary>
internal sealed class SmoothField
{
    private readonly float[] _knots;
    private readonly int _count;
    private readonly double _spacing;

    /// <param name="edge">Of the square.</param>
    /// <param name="spacing">Between knots, in voxels.</param>
    /// <param name="deviation">Standard deviation of the values at knots.</param>
    /// <param name="random">Where they come from.</param>
    internal SmoothField(int edge, double spacing, double deviation, RandomSource random)
    {
        _spacing = spacing;
        // One knot before the first interval and two after the last have an influence within.
        _count = (int)Math.Ceiling(edge / spacing) + 3;
        _knots = new float[_count * _count];
        foreach (ref var knot in _knots.AsSpan())
            knot = (float)(deviation * random.NextGaussian());
    }

    /// <summary>Adds the field to one plane.</summary>
    internal void AddTo(Span<float> plane, int edge)
    {
        var (weights, first) = (new float[edge][], new int[edge]);
        for (var i = 0; i < edge; i++)
        {
            var position = i / _spacing;
            first[i] = (int)position;
            weights[i] = Weights(position - first[i]);
        }
        // Along y first, for every column of knots; then along x.
        var columns = new float[_count];
        for (var y = 0; y < edge; y++)
        {
            var (wy, row) = (weights[y], first[y] * _count);
            for (var k = 0; k < _count; k++)
            {
                columns[k] = (wy[0] * _knots[row + k]) + (wy[1] * _knots[row + _count + k])
                    + (wy[2] * _knots[row + (2 * _count) + k]) + (wy[3] * _knots[row + (3 * _count) + k]);
            }
            for (var x = 0; x < edge; x++)
            {
                var (wx, k) = (weights[x], first[x]);
                plane[(y * edge) + x] += (wx[0] * columns[k]) + (wx[1] * columns[k + 1]) + (wx[2] * columns[k + 2]) + (wx[3] * columns[k + 3]);
            }
        }
    }

    private static float[] Weights(double t) =>
    [
        (float)(Math.Pow(1 - t, 3) / 6), (float)(((3 * t * t * t) - (6 * t * t) + 4) / 6),
        (float)(((-3 * t * t * t) + (3 * t * t) + (3 * t) + 1) / 6), (float)(t * t * t / 6),
    ];
}
