using System.Buffers;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>The share of a phase in the voxels around, weighted by a Gaussian that is cut off at three standard deviations; beyond the volume its outermost voxels go on.</summary>
internal sealed class PhaseField : IField
{
    private readonly LabelVolume _labels;
    private readonly byte _phase;
    private readonly float[] _weights;

    /// <param name="labels">The volume.</param>
    /// <param name="phase">Whose share.</param>
    /// <param name="sigma">Of the Gaussian, voxels along each axis; 0 takes the voxel alone.</param>
    public PhaseField(LabelVolume labels, int phase, double sigma)
    {
        (_labels, _phase) = (labels, (byte)phase);
        var weights = Enumerable.Range(0, (int)Math.Ceiling(3 * sigma) + 1).Select(k => k == 0 ? 1 : Math.Exp(-k * k / (2 * sigma * sigma))).ToArray();
        var sum = (2 * weights.Sum()) - weights[0];
        _weights = [.. weights.Select(weight => (float)(weight / sum))];
    }

    public VolumeShape Shape => _labels.Shape;

    public Spacing Spacing => _labels.Spacing;

    public void Read(int z, Span<float> destination)
    {
        var (width, height) = (Shape.Width, Shape.Height);
        destination.Clear();
        for (var away = 1 - _weights.Length; away < _weights.Length; away++)
        {
            var slice = _labels.Slice(Math.Clamp(z + away, 0, Shape.Depth - 1));
            var weight = _weights[Math.Abs(away)];
            for (var index = 0; index < destination.Length; index++)
                destination[index] += slice[index] == _phase ? weight : 0;
        }
        if (_weights.Length == 1)
            return;
        var buffer = ArrayPool<float>.Shared.Rent(destination.Length);
        try
        {
            var between = buffer.AsSpan(0, destination.Length);
            between.Clear();
            for (var y = 0; y < height; y++)
            {
                var row = between.Slice(y * width, width);
                for (var away = 1 - _weights.Length; away < _weights.Length; away++)
                {
                    var from = destination.Slice(Math.Clamp(y + away, 0, height - 1) * width, width);
                    var weight = _weights[Math.Abs(away)];
                    for (var x = 0; x < width; x++)
                        row[x] += from[x] * weight;
                }
            }
            for (var y = 0; y < height; y++)
                AlongRow(between.Slice(y * width, width), destination.Slice(y * width, width));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    private void AlongRow(ReadOnlySpan<float> from, Span<float> to)
    {
        var (reach, last) = (_weights.Length - 1, from.Length - 1);
        for (var x = 0; x < to.Length; x++)
        {
            var sum = from[x] * _weights[0];
            for (var away = 1; away <= reach; away++)
                sum += _weights[away] * (from[Math.Max(0, x - away)] + from[Math.Min(last, x + away)]);
            to[x] = sum;
        }
    }
}
