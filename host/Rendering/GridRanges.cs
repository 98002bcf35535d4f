using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// The least and the greatest value in each block of a texture, with the voxels around it that interpolation mixes in. It grows while the texture fills,
/// from several threads; values that were overwritten since still count, so that what it calls empty is empty.
/// </summary>
internal sealed class GridRanges
{
    /// <summary>Edge of a block, voxels; skip-blocks.glsl counts on it.</summary>
    public const int Edge = 8;

    private readonly VolumeShape _size;
    private readonly VoxelType _type;
    private readonly float[] _least;
    private readonly float[] _most;
    private readonly Lock[] _rows;

    /// <param name="size">Voxels of the texture.</param>
    /// <param name="type">What a texel is.</param>
    public GridRanges(VolumeShape size, VoxelType type)
    {
        (_size, _type) = (size, type);
        Blocks = new VolumeShape(Divide(size.Depth), Divide(size.Height), Divide(size.Width));
        (_least, _most) = (new float[Blocks.VoxelCount], new float[Blocks.VoxelCount]);
        Array.Fill(_least, float.PositiveInfinity);
        Array.Fill(_most, float.NegativeInfinity);
        _rows = [.. Enumerable.Range(0, Blocks.Depth).Select(_ => new Lock())];
    }

    /// <summary>Blocks along (z, y, x).</summary>
    public VolumeShape Blocks { get; }

    /// <summary>The least value of each block, as the texels have it (0 to 65535 for both kinds of 16 bits).</summary>
    public ReadOnlySpan<float> Least => _least;

    /// <summary>The greatest value of each block, likewise.</summary>
    public ReadOnlySpan<float> Most => _most;

    /// <summary>Takes up slice z of the texture.</summary>
    public void Add(int z, ReadOnlySpan<byte> texels)
    {
        var (least, most) = (new float[Blocks.SliceLength], new float[Blocks.SliceLength]);
        switch (_type)
        {
            case VoxelType.UInt8:
                OfSlice(texels, least, most);
                break;
            case VoxelType.UInt16 or VoxelType.Int16:
                OfSlice(MemoryMarshal.Cast<byte, ushort>(texels), least, most);
                break;
            default:
                OfSlice(MemoryMarshal.Cast<byte, float>(texels), least, most);
                break;
        }
        // A slice at the edge of a block is mixed into the neighbour too.
        for (var block = Math.Max(0, (z - 1) / Edge); block <= Math.Min(Blocks.Depth - 1, (z + 1) / Edge); block++)
        {
            lock (_rows[block])
            {
                var low = _least.AsSpan(block * Blocks.SliceLength, Blocks.SliceLength);
                var high = _most.AsSpan(block * Blocks.SliceLength, Blocks.SliceLength);
                for (var i = 0; i < low.Length; i++)
                    (low[i], high[i]) = (Math.Min(low[i], least[i]), Math.Max(high[i], most[i]));
            }
        }
    }

    private static int Divide(int length) => (length + Edge - 1) / Edge;

    // First the rows of a block are folded into one, for the whole width at a time; then its columns.
    private void OfSlice<T>(ReadOnlySpan<T> texels, Span<float> least, Span<float> most) where T : unmanaged, INumber<T>
    {
        var width = _size.Width;
        var (low, high) = (new T[width], new T[width]);
        for (var y = 0; y < Blocks.Height; y++)
        {
            var (firstRow, lastRow) = (Math.Max(0, (y * Edge) - 1), Math.Min(_size.Height - 1, (y * Edge) + Edge));
            texels.Slice(firstRow * width, width).CopyTo(low);
            low.CopyTo(high, 0);
            for (var row = firstRow + 1; row <= lastRow; row++)
                Fold(texels.Slice(row * width, width), low, high);
            for (var x = 0; x < Blocks.Width; x++)
            {
                var (first, last) = (Math.Max(0, (x * Edge) - 1), Math.Min(width - 1, (x * Edge) + Edge));
                var (lowest, highest) = (low[first], high[first]);
                for (var column = first + 1; column <= last; column++)
                    (lowest, highest) = (T.Min(lowest, low[column]), T.Max(highest, high[column]));
                (least[(y * Blocks.Width) + x], most[(y * Blocks.Width) + x]) = (float.CreateChecked(lowest), float.CreateChecked(highest));
            }
        }
    }

    private static void Fold<T>(ReadOnlySpan<T> row, Span<T> low, Span<T> high) where T : unmanaged, INumber<T>
    {
        var at = 0;
        for (; at <= row.Length - Vector<T>.Count; at += Vector<T>.Count)
        {
            var values = new Vector<T>(row[at..]);
            Vector.Min(new Vector<T>(low[at..]), values).CopyTo(low[at..]);
            Vector.Max(new Vector<T>(high[at..]), values).CopyTo(high[at..]);
        }
        for (; at < row.Length; at++)
            (low[at], high[at]) = (T.Min(low[at], row[at]), T.Max(high[at], row[at]));
    }
}
