using System.Buffers;
using System.Numerics.Tensors;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>The scaled greys of a tile and a rim around it, mirrored at the borders of the volume, for the last slices that were asked for.</summary>
internal sealed class GreyWindow
{
    private readonly IVolumeSource _source;
    private readonly IntensityStatistics _statistics;
    private readonly GreyScaling _scaling;
    private readonly Tile _tile;
    private readonly int[] _held;

    /// <param name="source">Lent.</param>
    /// <param name="statistics">Of the whole volume.</param>
    /// <param name="scaling">Makes the greys comparable.</param>
    /// <param name="tile">The voxels whose surroundings are wanted.</param>
    /// <param name="rim">How far the surroundings reach along y and x.</param>
    /// <param name="slices">How many neighbouring slices are held at a time.</param>
    /// <param name="withSquares">Whether <see cref="Squares"/> are wanted.</param>
    public GreyWindow(IVolumeSource source, IntensityStatistics statistics, GreyScaling scaling, Tile tile, int rim, int slices, bool withSquares)
    {
        (_source, _statistics, _scaling, _tile, Rim) = (source, statistics, scaling, tile, rim);
        Rows = tile.Height + (2 * rim);
        // An odd number of cache lines to a row: rows a power of two apart would share a few places of the cache.
        Stride = (((tile.Width + (2 * rim) + 15) / 16) | 1) * 16;
        _held = new int[Math.Min(slices, source.Shape.Depth)];
        Array.Fill(_held, -1);
        Values = new float[checked((_held.Length * SliceLength) + Fir.Slack)];
        Squares = withSquares ? new float[Values.Length] : [];
    }

    /// <summary>How far the window reaches over the tile on each side.</summary>
    public int Rim { get; }

    public int Rows { get; }

    /// <summary>Numbers from one row to the next.</summary>
    public int Stride { get; }

    public int SliceLength => Rows * Stride;

    /// <summary>All slices held.</summary>
    public float[] Values { get; }

    /// <summary>Their squares, at the same places.</summary>
    public float[] Squares { get; }

    /// <summary>Reads a slice, unless it is held, and gives the place of its first number; indices past the ends are mirrored.</summary>
    public int Load(int z)
    {
        z = Mirror.Index(z, _source.Shape.Depth);
        var slot = z % _held.Length;
        if (_held[slot] != z)
        {
            _held[slot] = -1;
            var window = Values.AsSpan(slot * SliceLength, SliceLength);
            Fill(z, window);
            if (Squares.Length > 0)
                TensorPrimitives.Multiply(window, window, Squares.AsSpan(slot * SliceLength));
            _held[slot] = z;
        }
        return slot * SliceLength;
    }

    private void Fill(int z, Span<float> window)
    {
        var shape = _source.Shape;
        var slice = ArrayPool<float>.Shared.Rent(shape.SliceLength);
        try
        {
            var greys = slice.AsSpan(0, shape.SliceLength);
            _source.ReadSlice(z, greys);
            _scaling.Apply(greys, _statistics);
            var (left, right) = (Math.Max(0, _tile.X - Rim), Math.Min(shape.Width, _tile.X + _tile.Width + Rim));
            for (var row = 0; row < Rows; row++)
            {
                var from = greys.Slice(Mirror.Index(_tile.Y - Rim + row, shape.Height) * shape.Width, shape.Width);
                var to = window.Slice(row * Stride, Stride);
                var begin = left - (_tile.X - Rim);
                from[left..right].CopyTo(to[begin..]);
                for (var x = 0; x < begin; x++)
                    to[x] = from[Mirror.Index(_tile.X - Rim + x, shape.Width)];
                for (var x = begin + right - left; x < Stride; x++)
                    to[x] = from[Mirror.Index(_tile.X - Rim + x, shape.Width)];
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(slice);
        }
    }
}
