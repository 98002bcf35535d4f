using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Gives the classes of the voxels of a slice, or lends them.</summary>
internal delegate ReadOnlySpan<byte> ClassSlice(int z);

/// <summary>
/// A volume as runs of equal class along x, joined to connected pieces by union and find (runs as in He, Chao and Suzuki, IEEE Trans. Image Process. 17 (2008) 749).
/// </summary>
internal sealed class LabelRuns
{
    private readonly VolumeShape _shape;
    private readonly int[] _rows;
    private readonly int[] _begins;
    private readonly byte[] _classes;
    private readonly int[] _parents;

    /// <param name="shape">Of the volume.</param>
    /// <param name="classes">Called from several threads, twice for each slice.</param>
    /// <param name="neighbours">Which voxels of one class are joined.</param>
    /// <param name="inSlices">Whether only voxels of one slice are.</param>
    /// <param name="options">Carries the cancellation.</param>
    /// <exception cref="UserException">There are 2³¹ runs or more.</exception>
    public LabelRuns(VolumeShape shape, ClassSlice classes, Neighbours neighbours, bool inSlices, ParallelOptions options)
    {
        _shape = shape;
        var (height, width) = (shape.Height, shape.Width);
        _rows = new int[(shape.Depth * height) + 1];
        Parallel.For(0, shape.Depth, options, z =>
        {
            var slice = classes(z);
            for (var y = 0; y < height; y++)
                _rows[(z * height) + y + 1] = Count(slice.Slice(y * width, width));
        });
        long count = 0;
        for (var row = 1; row < _rows.Length; row++)
        {
            count += _rows[row];
            if (count > Array.MaxLength)
                throw new UserException($"The labels of {shape} voxels have too many pieces to look at together: crop them, or smooth them first.");
            _rows[row] = (int)count;
        }
        (_begins, _classes, _parents) = (new int[count], new byte[count], new int[count]);
        Parallel.For(0, shape.Depth, options, z =>
        {
            var slice = classes(z);
            for (var y = 0; y < height; y++)
                Fill(slice.Slice(y * width, width), _rows[(z * height) + y]);
        });
        Join(neighbours, inSlices, options.CancellationToken);
    }

    /// <summary>How many runs there are; they are numbered row by row.</summary>
    public int Count() => _begins.Length;

    /// <summary>The class of a run.</summary>
    public byte ClassOf(int run) => _classes[run];

    /// <summary>The run that stands for the piece of a run: the first of the piece.</summary>
    public int PieceOf(int run) => _parents[run];

    /// <summary>The first run of a row, and the one behind its last.</summary>
    public (int First, int End) Row(int z, int y) => (_rows[(z * _shape.Height) + y], _rows[(z * _shape.Height) + y + 1]);

    /// <summary>The first column of a run.</summary>
    public int Begin(int run) => _begins[run];

    /// <summary>The column behind the last of a run of a row.</summary>
    /// <param name="run">The run.</param>
    /// <param name="rowEnd">The run behind the last of its row.</param>
    public int End(int run, int rowEnd) => run + 1 < rowEnd ? _begins[run + 1] : _shape.Width;

    /// <summary>Voxels of each piece, at the run that stands for it; 0 at others.</summary>
    public long[] Sizes()
    {
        var sizes = new long[_begins.Length];
        for (var row = 0; row + 1 < _rows.Length; row++)
        {
            for (var run = _rows[row]; run < _rows[row + 1]; run++)
                sizes[_parents[run]] += End(run, _rows[row + 1]) - _begins[run];
        }
        return sizes;
    }

    /// <summary>Tells how many voxels of a run face voxels of another run.</summary>
    public void ForEachContact(int z, int y, int run, Action<int, int> contact)
    {
        var (first, end) = Row(z, y);
        if (run > first)
            contact(run - 1, 1);
        if (run + 1 < end)
            contact(run + 1, 1);
        var (from, to) = (_begins[run], End(run, end));
        foreach (var (dz, dy) in new[] { (0, -1), (0, 1), (-1, 0), (1, 0) })
        {
            if (z + dz < 0 || z + dz >= _shape.Depth || y + dy < 0 || y + dy >= _shape.Height)
                continue;
            var (other, last) = Row(z + dz, y + dy);
            var found = Array.BinarySearch(_begins, other, last - other, from);
            for (other = found >= 0 ? found : ~found - 1; other < last && _begins[other] < to; other++)
                contact(other, Math.Min(to, End(other, last)) - Math.Max(from, _begins[other]));
        }
    }

    private static int Count(ReadOnlySpan<byte> row)
    {
        var count = 0;
        for (var x = 0; x < row.Length; count++)
            x = NextBegin(row, x);
        return count;
    }

    private static int NextBegin(ReadOnlySpan<byte> row, int x)
    {
        var same = row[x..].IndexOfAnyExcept(row[x]);
        return same < 0 ? row.Length : x + same;
    }

    private void Fill(ReadOnlySpan<byte> row, int run)
    {
        for (var x = 0; x < row.Length; x = NextBegin(row, x), run++)
            (_begins[run], _classes[run], _parents[run]) = (x, row[x], run);
    }

    private void Join(Neighbours neighbours, bool inSlices, CancellationToken cancellationToken)
    {
        // The rows that come before, and by how many columns runs may miss each other there and still touch.
        List<(int Dz, int Dy, int Reach)> before = [(0, -1, neighbours == Neighbours.Faces ? 0 : 1)];
        if (!inSlices)
        {
            before.Add((-1, 0, neighbours == Neighbours.Faces ? 0 : 1));
            if (neighbours != Neighbours.Faces)
            {
                before.Add((-1, -1, neighbours == Neighbours.Edges ? 0 : 1));
                before.Add((-1, 1, neighbours == Neighbours.Edges ? 0 : 1));
            }
        }
        for (var z = 0; z < _shape.Depth; z++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var y = 0; y < _shape.Height; y++)
            {
                foreach (var (dz, dy, reach) in before)
                {
                    if (z + dz >= 0 && y + dy >= 0 && y + dy < _shape.Height)
                        JoinRows(Row(z + dz, y + dy), Row(z, y), reach);
                }
            }
        }
        // The first run of a piece is its root, and comes before all others: one pass makes every path one step long.
        for (var run = 0; run < _parents.Length; run++)
            _parents[run] = _parents[_parents[run]];
    }

    private void JoinRows((int First, int End) one, (int First, int End) other, int reach)
    {
        var (a, b) = (one.First, other.First);
        while (a < one.End && b < other.End)
        {
            var (endA, endB) = (End(a, one.End), End(b, other.End));
            if (_classes[a] == _classes[b] && _begins[a] < endB + reach && _begins[b] < endA + reach)
                Union(a, b);
            // A run that ends first touches nothing behind the other; where both end together each may touch the one behind the other, by an edge or a corner.
            if (endA == endB && reach > 0)
            {
                if (a + 1 < one.End && _classes[a + 1] == _classes[b])
                    Union(a + 1, b);
                if (b + 1 < other.End && _classes[a] == _classes[b + 1])
                    Union(a, b + 1);
            }
            a += endA <= endB ? 1 : 0;
            b += endB <= endA ? 1 : 0;
        }
    }

    private void Union(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a < b)
            _parents[b] = a;
        else
            _parents[a] = b;
    }

    private int Root(int run)
    {
        while (_parents[run] != run)
            run = _parents[run] = _parents[_parents[run]];
        return run;
    }
}
