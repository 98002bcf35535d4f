using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>
/// The runs of equal labels in the rows of some slices, and which of them are joined: a forest in which each run points at an earlier one of its component,
/// or at itself. Takes nine bytes for each run.
/// </summary>
internal sealed class RunSlab
{
    private readonly int _width;
    private readonly int[] _firstOfRow;
    private int[] _starts = new int[1024];
    private byte[] _labels = new byte[1024];
    private int[] _parents = [];

    /// <param name="rows">Rows of voxels in the slab.</param>
    /// <param name="width">Voxels of a row.</param>
    public RunSlab(int rows, int width) => (_firstOfRow, _width) = (new int[rows + 1], width);

    /// <summary>How many runs there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first run of a row; that of the row after the last is <see cref="Count"/>.</summary>
    public int FirstOf(int row) => _firstOfRow[row];

    /// <summary>The label of a run.</summary>
    public byte Label(int run) => _labels[run];

    /// <summary>The first voxel of a run in its row.</summary>
    public int Start(int run) => _starts[run];

    /// <summary>The voxel behind the last of a run of a row.</summary>
    public int End(int run, int row) => run + 1 < _firstOfRow[row + 1] ? _starts[run + 1] : _width;

    /// <summary>Takes over a row; rows come in their order.</summary>
    public void Add(int row, ReadOnlySpan<byte> labels)
    {
        if (Count + _width > _starts.Length)
        {
            var length = Math.Max(2 * _starts.Length, Count + _width);
            Array.Resize(ref _starts, length);
            Array.Resize(ref _labels, length);
        }
        var count = Count;
        _starts[count] = 0;
        _labels[count++] = labels[0];
        var x = 1;
        ref var first = ref MemoryMarshal.GetReference(labels);
        // A bit is set where a voxel differs from the one before it.
        for (; x + Vector256<byte>.Count <= labels.Length; x += Vector256<byte>.Count)
        {
            var same = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)x), Vector256.LoadUnsafe(ref first, (nuint)(x - 1))).ExtractMostSignificantBits();
            for (var differs = ~same; differs != 0; differs &= differs - 1)
            {
                var at = x + BitOperations.TrailingZeroCount(differs);
                _starts[count] = at;
                _labels[count++] = labels[at];
            }
        }
        for (; x < labels.Length; x++)
        {
            if (labels[x] == labels[x - 1])
                continue;
            _starts[count] = x;
            _labels[count++] = labels[x];
        }
        Count = count;
        _firstOfRow[row + 1] = count;
    }

    /// <summary>Makes each run a component of its own, when all rows are there.</summary>
    public void Separate()
    {
        _parents = new int[Count];
        for (var run = 0; run < Count; run++)
            _parents[run] = run;
    }

    /// <summary>The first and the last slice alone, one after the other, with what numbers say of their runs.</summary>
    /// <param name="height">Rows of a slice.</param>
    /// <param name="numbers">By run.</param>
    public (RunSlab Slab, int[] Numbers) Ends(int height, int[] numbers)
    {
        var (last, ends) = (_firstOfRow.Length - 1 - height, new RunSlab(2 * height, _width));
        var (first, second) = (_firstOfRow[height], Count - _firstOfRow[last]);
        ends.Count = first + second;
        ends._starts = [.. _starts.AsSpan(0, first), .. _starts.AsSpan(_firstOfRow[last], second)];
        ends._labels = [.. _labels.AsSpan(0, first), .. _labels.AsSpan(_firstOfRow[last], second)];
        for (var row = 0; row <= height; row++)
        {
            ends._firstOfRow[row] = _firstOfRow[row];
            ends._firstOfRow[height + row] = first + _firstOfRow[last + row] - _firstOfRow[last];
        }
        return (ends, [.. numbers.AsSpan(0, first), .. numbers.AsSpan(_firstOfRow[last], second)]);
    }

    /// <summary>Joins the runs of two rows of the slab that touch.</summary>
    /// <param name="before">A row.</param>
    /// <param name="row">A later one.</param>
    /// <param name="reach">1 if runs touch across a corner too, else 0.</param>
    public void Join(int before, int row, int reach)
    {
        var (i, j) = (_firstOfRow[before], _firstOfRow[row]);
        var (iEnd, jEnd) = (_firstOfRow[before + 1], _firstOfRow[row + 1]);
        while (true)
        {
            // Runs fill their rows, so that those at hand always overlap.
            if (_labels[i] == _labels[j])
                Unite(i, j);
            var (first, second) = (i + 1 < iEnd ? _starts[i + 1] : _width, j + 1 < jEnd ? _starts[j + 1] : _width);
            if (first == second)
            {
                if (first == _width)
                    return;
                if (reach > 0)
                {
                    if (_labels[i] == _labels[j + 1])
                        Unite(i, j + 1);
                    if (_labels[i + 1] == _labels[j])
                        Unite(i + 1, j);
                }
                i++;
                j++;
            }
            else if (first < second)
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    /// <summary>Tells of the runs of a row of this slab and one of another that touch and have the same label.</summary>
    public void ForEachTouching(int row, RunSlab other, int otherRow, int reach, Action<int, int> touching)
    {
        for (int i = _firstOfRow[row], first = other._firstOfRow[otherRow]; i < _firstOfRow[row + 1]; i++)
        {
            var (start, end) = (_starts[i] - reach, End(i, row) + reach);
            while (first + 1 < other._firstOfRow[otherRow + 1] && other.End(first, otherRow) <= start)
                first++;
            for (var j = first; j < other._firstOfRow[otherRow + 1] && other._starts[j] < end; j++)
            {
                if (_labels[i] == other._labels[j] && other.End(j, otherRow) > start)
                    touching(i, j);
            }
        }
    }

    /// <summary>The first run of the component of a run, as far as it is joined within the slab.</summary>
    public int Root(int run)
    {
        while (_parents[run] != run)
        {
            // Halves the way for those who come later.
            _parents[run] = _parents[_parents[run]];
            run = _parents[run];
        }
        return run;
    }

    private void Unite(int first, int second)
    {
        var (a, b) = (Root(first), Root(second));
        // The earlier run is the root, whichever way the joins came: so results do not depend on it.
        if (a < b)
            _parents[b] = a;
        else if (b < a)
            _parents[a] = b;
    }
}
