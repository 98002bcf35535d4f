using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// How often each of the 256 configurations of a phase in cells of 2×2×2 voxels occurs, by block. Bit n of a configuration is the voxel at
/// (z, y, x) = (n &gt;&gt; 2 &amp; 1, n &gt;&gt; 1 &amp; 1, n &amp; 1) of the cell. Takes four rows of bytes for each thread, whatever the volume.
/// </summary>
internal static class ConfigurationHistogram
{
    /// <summary>Configurations there are.</summary>
    public const int Length = 256;

    // Runs of the same configuration would make each addition wait for the last one, so that neighbours count into different sets.
    private const int Sets = 4;

    /// <summary>Counts the cells inside the volume whose voxels are all labelled.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="phases">One phase, or two taken as one.</param>
    /// <param name="grid">The blocks; a cell is in that of its first voxel.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>By [block × 256 + configuration].</returns>
    public static long[] Count(LabelVolume labels, (int First, int Second) phases, BlockRows grid, Action? sliceDone = null,
        CancellationToken cancellationToken = default) => Count(labels, phases, grid, isPadded: false, sliceDone, cancellationToken);

    /// <summary>Counts all cells that touch the volume, as if it lay in a background; unlabelled voxels are background as well.</summary>
    /// <returns>By configuration.</returns>
    public static long[] CountPadded(LabelVolume labels, int phase, Action? sliceDone = null, CancellationToken cancellationToken = default) =>
        Count(labels, (phase, phase), null, isPadded: true, sliceDone, cancellationToken);

    private static long[] Count(LabelVolume labels, (int First, int Second) phases, BlockRows? grid, bool isPadded, Action? sliceDone, CancellationToken cancellationToken)
    {
        var shape = labels.Shape;
        var total = new long[(grid?.Count ?? 1) * Length];
        var (border, slices) = (isPadded ? 1 : 0, isPadded ? shape.Depth + 1 : shape.Depth - 1);
        Parallel.For(0, Math.Max(0, slices), new ParallelOptions { CancellationToken = cancellationToken }, () => new Row(labels, phases, isPadded), (slice, _, row) =>
        {
            var z = slice - border;
            row.Begin(z);
            for (var y = -border; y < shape.Height - 1 + border; y++)
            {
                row.Read(y);
                if (grid is null)
                    row.Add(0, row.Cells, 0);
                else
                    row.Add(grid, grid.FirstOf(z, y));
            }
            row.Flush(total);
            sliceDone?.Invoke();
            return row;
        }, _ => { });
        return total;
    }

    /// <summary>The cells between four rows of voxels.</summary>
    private sealed class Row
    {
        private readonly LabelVolume _labels;
        private readonly (int First, int Second) _phases;
        private readonly bool _isPadded;
        private readonly byte[] _voxels;
        private readonly byte[] _isLabelled;
        private readonly Dictionary<int, int[]> _counts = [];
        // The slices of the cells, held while their rows pass: they may come from a file. Empty beyond the volume.
        private ReadOnlyMemory<byte> _lower;
        private ReadOnlyMemory<byte> _upper;

        public Row(LabelVolume labels, (int First, int Second) phases, bool isPadded)
        {
            (_labels, _phases, _isPadded) = (labels, phases, isPadded);
            // One column of background at each end.
            _voxels = new byte[labels.Shape.Width + 2];
            _isLabelled = new byte[labels.Shape.Width + 2];
            Cells = isPadded ? labels.Shape.Width + 1 : labels.Shape.Width - 1;
        }

        public int Cells { get; }

        public void Begin(int z)
        {
            _lower = z >= 0 ? _labels.SliceMemory(z) : default;
            _upper = z + 1 < _labels.Shape.Depth ? _labels.SliceMemory(z + 1) : default;
        }

        // The bits 1, 2, 4, 8 of a column are its voxels at (0, 0), (0, 1), (1, 0), (1, 1) of (z, y).
        public void Read(int y)
        {
            Array.Clear(_voxels);
            Array.Clear(_isLabelled);
            for (var row = 0; row < 4; row++)
            {
                var (slice, rowY) = (row < 2 ? _lower : _upper, y + (row & 1));
                if (slice.IsEmpty || rowY < 0 || rowY >= _labels.Shape.Height)
                    continue;
                Mark(slice.Span.Slice(rowY * _labels.Shape.Width, _labels.Shape.Width), (byte)(1 << row));
            }
        }

        public void Add(BlockRows grid, int firstBlock)
        {
            for (var start = 0; start < Cells;)
            {
                var end = start + 1;
                while (end < Cells && grid.OfX[end] == grid.OfX[start])
                    end++;
                Add(start, end, firstBlock + grid.OfX[start]);
                start = end;
            }
        }

        public void Add(int start, int end, int block)
        {
            if (!_counts.TryGetValue(block, out var counts))
                _counts[block] = counts = new int[Sets * Length];
            // Inside, the first cell is between the first two voxels; padded, it is between the background and the first.
            var columns = _voxels.AsSpan(_isPadded ? 0 : 1);
            var isLabelled = _isLabelled.AsSpan(_isPadded ? 0 : 1);
            if (!_isPadded && isLabelled[start..(end + 1)].ContainsAnyExcept((byte)15))
            {
                for (var x = start; x < end; x++)
                {
                    if ((isLabelled[x] & isLabelled[x + 1]) == 15)
                        counts[Configuration(columns[x], columns[x + 1])]++;
                }
                return;
            }
            var i = start;
            ref var a = ref MemoryMarshal.GetArrayDataReference(counts);
            for (; i <= end - Sets; i += Sets)
            {
                var before = (int)columns[i];
                for (var set = 0; set < Sets; set++)
                {
                    int after = columns[i + set + 1];
                    System.Runtime.CompilerServices.Unsafe.Add(ref a, (set * Length) + Configuration(before, after))++;
                    before = after;
                }
            }
            for (; i < end; i++)
                counts[Configuration(columns[i], columns[i + 1])]++;
        }

        public void Flush(long[] total)
        {
            lock (total)
            {
                foreach (var (block, counts) in _counts)
                {
                    for (var i = 0; i < counts.Length; i++)
                        total[(block * Length) + (i % Length)] += counts[i];
                }
            }
            _counts.Clear();
        }

        // Bits of a column 0..3 go to the configuration's bits 0, 2, 4, 6 for x = 0 and one higher for x = 1.
        private static int Configuration(int before, int after) => Spread[before] | (Spread[after] << 1);

        private static ReadOnlySpan<byte> Spread => [0, 1, 4, 5, 16, 17, 20, 21, 64, 65, 68, 69, 80, 81, 84, 85];

        private void Mark(ReadOnlySpan<byte> row, byte bit)
        {
            var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(row);
            var (first, second, none) = (new Vector<byte>((byte)_phases.First), new Vector<byte>((byte)_phases.Second), new Vector<byte>(LabelVolume.Unlabelled));
            var mark = new Vector<byte>(bit);
            var voxels = MemoryMarshal.Cast<byte, Vector<byte>>(_voxels.AsSpan(1, row.Length));
            var labelled = MemoryMarshal.Cast<byte, Vector<byte>>(_isLabelled.AsSpan(1, row.Length));
            for (var i = 0; i < vectors.Length; i++)
            {
                voxels[i] |= (Vector.Equals(vectors[i], first) | Vector.Equals(vectors[i], second)) & mark;
                labelled[i] |= Vector.AndNot(mark, Vector.Equals(vectors[i], none));
            }
            for (var x = vectors.Length * Vector<byte>.Count; x < row.Length; x++)
            {
                if (row[x] == _phases.First || row[x] == _phases.Second)
                    _voxels[x + 1] |= bit;
                if (row[x] != LabelVolume.Unlabelled)
                    _isLabelled[x + 1] |= bit;
            }
        }
    }
}
