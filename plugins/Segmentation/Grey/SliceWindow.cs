using System.Buffers;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Fills one slice.</summary>
internal delegate void SliceFill(int z, Span<float> destination);

/// <summary>The last few slices of something that is made slice by slice; each is made when it is first asked for. Used by one thread.</summary>
internal sealed class SliceWindow : IDisposable
{
    private readonly float[][] _buffers;
    private readonly int[] _held;
    private readonly int _length;
    private readonly SliceFill _fill;

    /// <param name="count">How many neighbouring slices are held at a time.</param>
    /// <param name="length">Numbers in a slice.</param>
    /// <param name="fill">Makes a slice.</param>
    public SliceWindow(int count, int length, SliceFill fill)
    {
        (_length, _fill) = (length, fill);
        _buffers = new float[count][];
        for (var i = 0; i < count; i++)
            _buffers[i] = ArrayPool<float>.Shared.Rent(length);
        _held = new int[count];
        Array.Fill(_held, -1);
    }

    /// <summary>A slice; lent until a slice is asked for that is as far away as the window is long.</summary>
    public ReadOnlySpan<float> this[int z]
    {
        get
        {
            var place = z % _buffers.Length;
            var slice = _buffers[place].AsSpan(0, _length);
            if (_held[place] != z)
            {
                _fill(z, slice);
                _held[place] = z;
            }
            return slice;
        }
    }

    public void Dispose()
    {
        for (var i = 0; i < _buffers.Length; i++)
        {
            if (_buffers[i].Length > 0)
                ArrayPool<float>.Shared.Return(_buffers[i]);
            _buffers[i] = [];
        }
    }
}
