using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// A slice of labels as one plane of bits per phase, so that 64 voxels are compared with their neighbours at once. Takes three bits per voxel and phase,
/// of one slice only.
/// </summary>
internal sealed class SliceBits
{
    private const int WordBits = 64;

    private readonly int _width;
    private readonly int _height;
    private readonly int _words;
    private readonly ulong[] _bits;
    private readonly bool[] _occupied;
    private readonly byte[] _tail = new byte[WordBits];

    /// <param name="shape">Of the volume.</param>
    /// <param name="phases">How many phases; higher labels are in no plane.</param>
    public SliceBits(VolumeShape shape, int phases)
    {
        (_width, _height, Phases) = (shape.Width, shape.Height, phases);
        _words = (shape.Width + WordBits - 1) / WordBits;
        _bits = new ulong[checked(shape.Height * phases * 3 * _words)];
        _occupied = new bool[shape.Height * phases];
    }

    /// <summary>How many phases there are.</summary>
    public int Phases { get; }

    /// <summary>The voxels of a row that have a phase, moved so that the bit of column x tells of column x + dx. Bits beyond the row are 0.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="y">The row.</param>
    /// <param name="dx">−1, 0 or 1.</param>
    public ReadOnlySpan<ulong> Row(int phase, int y, int dx = 0) => _bits.AsSpan(Start(phase, y, dx), _words);

    /// <summary>Whether any voxel of a row has the phase.</summary>
    public bool Has(int phase, int y) => _occupied[(y * Phases) + phase];

    /// <summary>Takes over the labels of a slice.</summary>
    public void Read(ReadOnlySpan<byte> slice)
    {
        for (var y = 0; y < _height; y++)
        {
            var row = slice.Slice(y * _width, _width);
            for (var word = 0; word < _words; word++)
            {
                var from = row[(word * WordBits)..];
                if (from.Length < WordBits)
                {
                    Array.Fill(_tail, LabelVolume.Unlabelled);
                    from.CopyTo(_tail);
                    from = _tail;
                }
                ref var first = ref MemoryMarshal.GetReference(from);
                var (low, high) = (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 32));
                for (var phase = 0; phase < Phases; phase++)
                {
                    var label = Vector256.Create((byte)phase);
                    _bits[Start(phase, y, 0) + word] = Vector256.Equals(low, label).ExtractMostSignificantBits()
                        | ((ulong)Vector256.Equals(high, label).ExtractMostSignificantBits() << 32);
                }
            }
            for (var phase = 0; phase < Phases; phase++)
                Shift(phase, y);
        }
    }

    /// <summary>The voxels of a row that have any phase.</summary>
    public void Labelled(int y, int dx, Span<ulong> labelled)
    {
        labelled.Clear();
        for (var phase = 0; phase < Phases; phase++)
        {
            if (!Has(phase, y))
                continue;
            var row = Row(phase, y, dx);
            for (var word = 0; word < row.Length; word++)
                labelled[word] |= row[word];
        }
    }

    private void Shift(int phase, int y)
    {
        var row = Row(phase, y);
        var left = _bits.AsSpan(Start(phase, y, -1), _words);
        var right = _bits.AsSpan(Start(phase, y, 1), _words);
        ulong any = 0, before = 0;
        for (var word = 0; word < _words; word++)
        {
            left[word] = (row[word] << 1) | (before >> (WordBits - 1));
            right[word] = (row[word] >> 1) | (word + 1 < _words ? row[word + 1] << (WordBits - 1) : 0);
            before = row[word];
            any |= before;
        }
        _occupied[(y * Phases) + phase] = any != 0;
    }

    private int Start(int phase, int y, int dx) => ((((y * Phases) + phase) * 3) + dx + 1) * _words;
}
