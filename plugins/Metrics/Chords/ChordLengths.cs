using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Chords;

/// <summary>
/// Chords of phases along an axis: runs of voxels of one phase with another phase at both ends. Runs that end at a face of the volume or at an unlabelled voxel are cut: how
/// long they would be is not known, so that they are only counted.
/// </summary>
/// <remarks>Some dozen bytes for each voxel of a slice, besides the counts by length.</remarks>
internal sealed class ChordLengths
{
    private const int SlicesAtOnce = 32;

    private readonly long[][] _counts;

    private readonly long[] _cut;

    private readonly long[] _cutVoxels;

    private readonly double[][] _blockLengths;

    private readonly double[][] _blockChords;

    private ChordLengths(int phases, int length, int blocks)
    {
        _counts = [.. Enumerable.Range(0, phases).Select(_ => new long[length + 1])];
        (_cut, _cutVoxels) = (new long[phases], new long[phases]);
        _blockLengths = [.. Enumerable.Range(0, phases).Select(_ => new double[blocks])];
        _blockChords = [.. Enumerable.Range(0, phases).Select(_ => new double[blocks])];
    }

    /// <summary>How many chords of each length in voxels a phase has.</summary>
    public IReadOnlyList<long> Counts(int phase) => _counts[phase];

    /// <summary>How many of a phase's runs are cut.</summary>
    public long Cut(int phase) => _cut[phase];

    /// <summary>Their voxels.</summary>
    public long CutVoxels(int phase) => _cutVoxels[phase];

    /// <summary>Uncut chords of a phase.</summary>
    public long Chords(int phase) => _counts[phase].Sum();

    /// <summary>Mean length in voxels of a phase's uncut chords; NaN if there are none.</summary>
    public double Mean(int phase) => _counts[phase].Select((count, length) => count * (double)length).Sum() / Chords(phase);

    /// <summary>Half the width of the mean's 95 % interval in voxels, from the scatter between blocks; NaN if it is unknown.</summary>
    public double MeanHalfWidth(int phase) => RatioInterval.HalfWidth(_blockLengths[phase], _blockChords[phase]);

    /// <summary>The least length that a share of the chords do not exceed, in voxels; null if there are none.</summary>
    public int? Quantile(int phase, double share)
    {
        var (wanted, below) = (share * Chords(phase), 0L);
        for (var length = 1; length < _counts[phase].Length; length++)
        {
            below += _counts[phase][length];
            if (below > 0 && below >= wanted)
                return length;
        }
        return null;
    }

    /// <summary>Finds the chords along an axis, on all cores.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="axis">Their direction.</param>
    /// <param name="lineDone">Called for each slice (along z for each plane of rows), from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static ChordLengths Of(LabelVolume labels, Axis axis, Action? lineDone = null, CancellationToken cancellationToken = default)
    {
        var (shape, grid) = (labels.Shape, new BlockGrid(labels.Shape));
        var result = new ChordLengths(labels.Phases.Count, shape.Along(axis), grid.Count);
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        if (axis == Axis.Z)
        {
            result.AlongZ(labels, grid, options, lineDone);
            return result;
        }
        // Lines are taken side by side, as the voxels of a row are, except along x.
        Parallel.For(0, shape.Depth, options, () => new ChordLengths(labels.Phases.Count, shape.Along(axis), grid.Count), (z, _, mine) =>
        {
            var slice = labels.SliceMemory(z);
            if (axis == Axis.X)
            {
                for (var y = 0; y < shape.Height; y++)
                    mine.AlongRow(Row(y), place => grid.Of(z, y, place));
            }
            else
            {
                var begins = new int[shape.Width];
                for (var step = 1; step <= shape.Height; step++)
                    mine.AcrossRows(Row(step - 1), step < shape.Height ? Row(step) : [], step, begins, (place, x) => grid.Of(z, place, x));
            }
            lineDone?.Invoke();
            return mine;

            ReadOnlySpan<byte> Row(int y) => slice.Span.Slice(y * shape.Width, shape.Width);
        }, Join);
        return result;

        void Join(ChordLengths mine)
        {
            lock (result)
                result.Add(mine);
        }
    }

    // All lines wait for a few slices at a time, so that each slice is read once.
    private void AlongZ(LabelVolume labels, BlockGrid grid, ParallelOptions options, Action? lineDone)
    {
        var shape = labels.Shape;
        var begins = new int[shape.Height][];
        for (var first = 0; first < shape.Depth; first += SlicesAtOnce)
        {
            var end = Math.Min(first + SlicesAtOnce, shape.Depth);
            var slices = new ReadOnlyMemory<byte>[Math.Min(end + 1, shape.Depth) - first];
            Parallel.For(0, slices.Length, options, i => slices[i] = labels.SliceMemory(first + i));
            Parallel.For(0, shape.Height, options, () => new ChordLengths(labels.Phases.Count, shape.Depth, grid.Count), (y, _, mine) =>
            {
                for (var step = first + 1; step <= end; step++)
                    mine.AcrossRows(Row(step - 1, y), step < shape.Depth ? Row(step, y) : [], step, begins[y] ??= new int[shape.Width], (place, x) => grid.Of(place, y, x));
                if (end == shape.Depth)
                    lineDone?.Invoke();
                return mine;
            }, mine =>
            {
                lock (this)
                    Add(mine);
            });

            ReadOnlySpan<byte> Row(int z, int y) => slices[z - first].Span.Slice(y * shape.Width, shape.Width);
        }
    }

    private void AlongRow(ReadOnlySpan<byte> row, Func<int, int> blockOf)
    {
        for (int begin = 0, end; begin < row.Length; begin = end)
        {
            var label = row[begin];
            var more = row[begin..].IndexOfAnyExcept(label);
            end = more < 0 ? row.Length : begin + more;
            if (label == LabelVolume.Unlabelled)
                continue;
            var isCut = begin == 0 || end == row.Length || row[begin - 1] == LabelVolume.Unlabelled || row[end] == LabelVolume.Unlabelled;
            Add(label, end - begin, isCut, isCut ? 0 : blockOf((begin + end) / 2));
        }
    }

    // Where runs of the row before end. A begin below 0 stands for a run that is cut there: −1 − begin.
    private void AcrossRows(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int step, int[] begins, Func<int, int, int> blockOf)
    {
        for (var x = 0; x < before.Length; x++)
        {
            if (step == 1)
                begins[x] = -1;
            if (!after.IsEmpty && after[x] == before[x])
                continue;
            var begin = begins[x] < 0 ? -1 - begins[x] : begins[x];
            var isEndCut = after.IsEmpty || after[x] == LabelVolume.Unlabelled;
            if (before[x] != LabelVolume.Unlabelled)
            {
                var isCut = isEndCut || begins[x] < 0;
                Add(before[x], step - begin, isCut, isCut ? 0 : blockOf((begin + step) / 2, x));
            }
            begins[x] = before[x] == LabelVolume.Unlabelled ? -1 - step : step;
        }
    }

    private void Add(int phase, int length, bool isCut, int block)
    {
        if (isCut)
        {
            _cut[phase]++;
            _cutVoxels[phase] += length;
            return;
        }
        _counts[phase][length]++;
        _blockLengths[phase][block] += length;
        _blockChords[phase][block]++;
    }

    // All are whole numbers, so that the order does not matter.
    private void Add(ChordLengths other)
    {
        for (var phase = 0; phase < _cut.Length; phase++)
        {
            _cut[phase] += other._cut[phase];
            _cutVoxels[phase] += other._cutVoxels[phase];
            for (var length = 0; length < _counts[phase].Length; length++)
                _counts[phase][length] += other._counts[phase][length];
            for (var block = 0; block < _blockChords[phase].Length; block++)
            {
                _blockLengths[phase][block] += other._blockLengths[phase][block];
                _blockChords[phase][block] += other._blockChords[phase][block];
            }
        }
    }
}
