using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Voxels row by row and slice by slice, with a rim.</summary>
/// <typeparam name="T">Of a voxel.</typeparam>
internal abstract class PaddedStore<T> : VoxelStore
    where T : unmanaged
{
    private readonly T[] _voxels;

    protected PaddedStore(VolumeShape size) : base(size)
    {
        (Row, Slice) = (size.Width + 2, (size.Width + 2) * (size.Height + 2));
        var count = (long)Slice * (size.Depth + 2);
        // The last place from which the eight neighbours are within.
        Last = (uint)(count - Slice - Row - 2);
        // Four bytes are loaded at a time.
        _voxels = LargePages.Allocate<T>(checked((int)(count + 4)));
    }

    /// <summary>Voxels from a row to the next.</summary>
    protected int Row { get; }

    /// <summary>Voxels from a slice to the next.</summary>
    protected int Slice { get; }

    /// <summary>The last place that may be read with its neighbours.</summary>
    protected uint Last { get; }

    public sealed override void Write(int z, ReadOnlySpan<byte> voxels)
    {
        var from = MemoryMarshal.Cast<byte, T>(voxels);
        var (first, last) = PaddedOf(z, Size.Depth);
        for (var padded = first; padded <= last; padded++)
        {
            for (var y = 0; y < Size.Height + 2; y++)
            {
                var to = _voxels.AsSpan((int)(((long)padded * Slice) + ((long)y * Row)), Row);
                Store(from.Slice(Inside(y, Size.Height) * Size.Width, Size.Width), to[1..]);
                (to[0], to[^1]) = (to[1], to[^2]);
            }
        }
    }

    public sealed override void ReadRow(int paddedZ, int paddedY, Span<float> row) =>
        Load(_voxels.AsSpan((int)(((long)paddedZ * Slice) + ((long)paddedY * Row)), row.Length), row);

    /// <summary>Turns voxels into what is stored.</summary>
    protected abstract void Store(ReadOnlySpan<T> voxels, Span<T> stored);

    /// <summary>Turns what is stored into values.</summary>
    protected abstract void Load(ReadOnlySpan<T> stored, Span<float> values);

    /// <summary>The address of the voxels, which do not move.</summary>
    protected unsafe byte* Pin() => (byte*)Unsafe.AsPointer(ref _voxels[0]);
}
