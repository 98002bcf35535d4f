using System.Buffers;

namespace VolumeViewer.Sdk;

/// <summary>Parts of the rows of one slice as floats. Of a volume in memory only what is asked for is turned; others are read once, whole.</summary>
internal sealed class SliceRows : IDisposable
{
    private readonly IRowSource? _rows;
    private readonly int _z;
    private readonly int _width;
    private float[]? _slice;

    public SliceRows(IVolumeSource source, int z)
    {
        (_rows, _z, _width) = (source as IRowSource, z, source.Shape.Width);
        if (_rows is not null)
            return;
        _slice = ArrayPool<float>.Shared.Rent(source.Shape.SliceLength);
        source.ReadSlice(z, _slice.AsSpan(0, source.Shape.SliceLength));
    }

    public void Read(int y, int x, Span<float> destination)
    {
        if (_rows is not null)
            _rows.ReadRow(_z, y, x, destination);
        else
            _slice.AsSpan((y * _width) + x, destination.Length).CopyTo(destination);
    }

    public void Dispose()
    {
        if (_slice is not null)
            ArrayPool<float>.Shared.Return(_slice);
        _slice = null;
    }
}
