using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>
/// The median of 3×3×3 voxels, of 3×3 in a volume of one slice. Beyond the border the outermost voxels go on; a neighbour without a grey
/// value counts as the middle voxel, and a middle voxel without one stays so.
/// </summary>
internal sealed class MedianFilter : IDisposable
{
    private readonly VolumeShape _shape;
    private readonly bool _mayHaveGaps;
    private readonly SliceFill _read;
    private readonly SliceWindow _padded;
    private readonly float[] _slice;
    private readonly float[] _row;
    private readonly int _stride;

    /// <param name="shape">Of the volume.</param>
    /// <param name="mayHaveGaps">Whether there may be NaNs.</param>
    /// <param name="read">Reads a slice of the volume.</param>
    public MedianFilter(VolumeShape shape, bool mayHaveGaps, SliceFill read)
    {
        (_shape, _mayHaveGaps, _read) = (shape, mayHaveGaps, read);
        // Rows are as long as whole vectors, so that there is no remainder to care for; what is computed past the row is thrown away.
        var rowLength = (shape.Width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _stride = rowLength + 2;
        _slice = new float[shape.SliceLength];
        _row = new float[rowLength];
        _padded = new SliceWindow(3, checked((shape.Height + 2) * _stride), Pad);
    }

    /// <summary>One filtered slice.</summary>
    public void Filter(int z, Span<float> destination)
    {
        var below = _padded[Math.Max(z - 1, 0)];
        var middle = _padded[z];
        var above = _padded[Math.Min(z + 1, _shape.Depth - 1)];
        Span<Vector<float>> values = stackalloc Vector<float>[27];
        values = _shape.Depth == 1 ? values[..9] : values;
        var row = MemoryMarshal.Cast<float, Vector<float>>(_row.AsSpan());
        for (var y = 0; y < _shape.Height; y++)
        {
            for (var i = 0; i < row.Length; i++)
            {
                var x = i * Vector<float>.Count;
                Gather(middle, y, x, values);
                var centre = values[4];
                if (_shape.Depth > 1)
                {
                    Gather(below, y, x, values[9..]);
                    Gather(above, y, x, values[18..]);
                }
                if (_mayHaveGaps)
                {
                    for (var n = 0; n < values.Length; n++)
                        values[n] = Vector.ConditionalSelect(Vector.Equals(values[n], values[n]), values[n], centre);
                }
                var median = Median(values);
                row[i] = _mayHaveGaps ? Vector.ConditionalSelect(Vector.Equals(centre, centre), median, centre) : median;
            }
            _row.AsSpan(0, _shape.Width).CopyTo(destination[(y * _shape.Width)..]);
        }
    }

    public void Dispose() => _padded.Dispose();

    /// <summary>The median of an odd number of values, lane by lane; changes their order.</summary>
    /// <remarks>
    /// Selection by forgetting: the least and the greatest of any n/2 + 2 values cannot be the median of n. They are dropped, the next value
    /// comes in, and so on until three are left.
    /// </remarks>
    internal static Vector<float> Median(Span<Vector<float>> values)
    {
        var kept = (values.Length / 2) + 2;
        for (var next = kept; ; next++)
        {
            var last = kept - 1;
            var half = kept / 2;
            for (var i = 0; i < half; i++)
                Order(ref values[i], ref values[last - i]);
            // With an odd number the one in the middle may be either end.
            for (var i = 1; i < kept - half; i++)
            {
                Order(ref values[0], ref values[i]);
                Order(ref values[last - i], ref values[last]);
            }
            if (kept == 3)
                return values[1];
            values[0] = values[next];
            kept--;
        }
    }

    private static void Order(ref Vector<float> low, ref Vector<float> high) =>
        (low, high) = (Vector.MinNative(low, high), Vector.MaxNative(low, high));

    private void Gather(ReadOnlySpan<float> padded, int y, int x, Span<Vector<float>> values)
    {
        for (var row = 0; row < 3; row++)
        {
            var start = padded[(((y + row) * _stride) + x)..];
            values[row * 3] = new Vector<float>(start);
            values[(row * 3) + 1] = new Vector<float>(start[1..]);
            values[(row * 3) + 2] = new Vector<float>(start[2..]);
        }
    }

    private void Pad(int z, Span<float> padded)
    {
        _read(z, _slice);
        padded.Clear();
        for (var y = -1; y <= _shape.Height; y++)
        {
            var row = _slice.AsSpan(Math.Clamp(y, 0, _shape.Height - 1) * _shape.Width, _shape.Width);
            var target = padded.Slice((y + 1) * _stride, _stride);
            row.CopyTo(target[1..]);
            target[0] = row[0];
            target[_shape.Width + 1] = row[^1];
        }
    }
}
