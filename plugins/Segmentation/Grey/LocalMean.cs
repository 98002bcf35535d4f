using System.Numerics.Tensors;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The mean over the cube (or square) of voxels around each voxel; what lies outside the volume or has no grey value is left out.</summary>
internal sealed class LocalMean : IDisposable
{
    private readonly GreySlab _slab;
    private readonly VolumeShape _shape;
    private readonly int _radius;
    private readonly int _radiusZ;
    private readonly SliceWindow _sums;
    private readonly SliceWindow _counts;
    private readonly float[] _values;
    private readonly float[] _rows;
    private readonly float[] _total;

    /// <param name="slab">The greys; it must hold 2·radius + 1 slices at a time.</param>
    /// <param name="shape">Of the volume.</param>
    /// <param name="radius">0 for the greys themselves.</param>
    /// <param name="dimensions">2 for squares within the slice, 3 for cubes.</param>
    public LocalMean(GreySlab slab, VolumeShape shape, int radius, int dimensions)
    {
        (_slab, _shape, _radius, _radiusZ) = (slab, shape, radius, dimensions == 3 ? radius : 0);
        _values = new float[shape.SliceLength];
        _rows = new float[shape.SliceLength];
        _total = new float[shape.SliceLength];
        var window = (2 * _radiusZ) + 1;
        _sums = new SliceWindow(window, shape.SliceLength, FillSums);
        _counts = new SliceWindow(window, shape.SliceLength, FillCounts);
    }

    /// <summary>The means of one slice.</summary>
    public void Fill(int z, Span<float> means)
    {
        means.Clear();
        _total.AsSpan().Clear();
        for (var near = Math.Max(z - _radiusZ, 0); near <= Math.Min(z + _radiusZ, _shape.Depth - 1); near++)
        {
            TensorPrimitives.Add(means, _sums[near], means);
            TensorPrimitives.Add(_total, _counts[near], _total);
        }
        TensorPrimitives.Divide(means, _total, means);
    }

    public void Dispose()
    {
        _sums.Dispose();
        _counts.Dispose();
    }

    private void FillSums(int z, Span<float> sums)
    {
        var slice = _slab.Slice(z);
        for (var i = 0; i < slice.Length; i++)
            _values[i] = float.IsNaN(slice[i]) ? 0 : slice[i];
        BoxSums(sums);
    }

    private void FillCounts(int z, Span<float> counts)
    {
        var slice = _slab.Slice(z);
        for (var i = 0; i < slice.Length; i++)
            _values[i] = float.IsNaN(slice[i]) ? 0 : 1;
        BoxSums(counts);
    }

    // Sums of _values over the square around each voxel: along the rows first, then across them.
    private void BoxSums(Span<float> sums)
    {
        var (height, width) = (_shape.Height, _shape.Width);
        for (var y = 0; y < height; y++)
        {
            var from = _values.AsSpan(y * width, width);
            var to = _rows.AsSpan(y * width, width);
            from.CopyTo(to);
            for (var shift = 1; shift <= Math.Min(_radius, width - 1); shift++)
            {
                TensorPrimitives.Add(to[..^shift], from[shift..], to[..^shift]);
                TensorPrimitives.Add(to[shift..], from[..^shift], to[shift..]);
            }
        }
        _rows.CopyTo(sums);
        for (var shift = 1; shift <= Math.Min(_radius, height - 1); shift++)
        {
            var offset = shift * width;
            TensorPrimitives.Add(sums[..^offset], _rows.AsSpan(offset), sums[..^offset]);
            TensorPrimitives.Add(sums[offset..], _rows.AsSpan(0, _rows.Length - offset), sums[offset..]);
        }
    }
}
