using System.Runtime.CompilerServices;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// Finds the part of a mask through which something can flow along z: voxels joined by faces to both walls or, in a periodic volume, to a copy of themselves
/// one period further. Runs of voxels are joined by union-find in which each run knows how many periods it is away from its parent.
/// </summary>
internal sealed class ThroughPaths
{
    private readonly TransportGrid _grid;
    private readonly List<int> _start = [];
    private readonly List<int> _end = [];
    private readonly List<int> _parent = [];
    private readonly List<int> _periods = [];
    private readonly int[] _firstOfRow;
    private readonly bool[] _flows;

    private ThroughPaths(TransportGrid grid, byte[] mask, CancellationToken cancellationToken)
    {
        _grid = grid;
        _firstOfRow = new int[checked((grid.Depth * grid.Height) + 1)];
        for (var z = 0; z < grid.Depth; z++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var y = 0; y < grid.Height; y++)
            {
                var row = (z * grid.Height) + y;
                AddRow(row, mask.AsSpan((int)((long)row * grid.Width), grid.Width));
                if (y > 0)
                    Join(row - 1, row, 0);
                if (z > 0)
                    Join(row - grid.Height, row, 0);
            }
        }
        var winds = new List<int>();
        if (grid.PeriodicSides)
            WrapSides();
        if (grid.PeriodicDepth)
        {
            for (var y = 0; y < grid.Height; y++)
                Join(((grid.Depth - 1) * grid.Height) + y, y, 1, winds);
        }
        _flows = grid.PeriodicDepth ? Winding(winds) : Spanning();
    }

    /// <summary>Clears the voxels in which nothing can flow.</summary>
    /// <returns>The voxels that are left.</returns>
    public static long Keep(TransportGrid grid, byte[] mask, CancellationToken cancellationToken)
    {
        var paths = new ThroughPaths(grid, mask, cancellationToken);
        long kept = 0;
        for (var row = 0; row < grid.Depth * grid.Height; row++)
        {
            var voxels = mask.AsSpan((int)((long)row * grid.Width), grid.Width);
            for (var run = paths._firstOfRow[row]; run < paths._firstOfRow[row + 1]; run++)
            {
                if (paths._flows[paths.Root(run).Root])
                    kept += paths._end[run] - paths._start[run];
                else
                    voxels[paths._start[run]..paths._end[run]].Clear();
            }
        }
        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(int row, ReadOnlySpan<byte> voxels)
    {
        for (var x = 0; x < voxels.Length;)
        {
            var skip = voxels[x..].IndexOfAnyExcept((byte)0);
            if (skip < 0)
                break;
            var start = x + skip;
            var length = voxels[start..].IndexOf((byte)0);
            x = length < 0 ? voxels.Length : start + length;
            _parent.Add(_start.Count);
            _periods.Add(0);
            _start.Add(start);
            _end.Add(x);
        }
        _firstOfRow[row + 1] = _start.Count;
    }

    private void WrapSides()
    {
        for (var z = 0; z < _grid.Depth; z++)
        {
            Join((z * _grid.Height) + _grid.Height - 1, z * _grid.Height, 0);
            for (var y = 0; y < _grid.Height; y++)
            {
                var row = (z * _grid.Height) + y;
                var (first, last) = (_firstOfRow[row], _firstOfRow[row + 1] - 1);
                if (first < last && _start[first] == 0 && _end[last] == _grid.Width)
                    Unite(first, last, 0, null);
            }
        }
    }

    // Unites what touches in two rows, of which the second is the given number of periods further.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Join(int before, int row, int periods, List<int>? winds = null)
    {
        var (i, j) = (_firstOfRow[before], _firstOfRow[row]);
        while (i < _firstOfRow[before + 1] && j < _firstOfRow[row + 1])
        {
            if (_start[i] < _end[j] && _start[j] < _end[i])
                Unite(i, j, periods, winds);
            if (_end[i] < _end[j])
                i++;
            else
                j++;
        }
    }

    private void Unite(int i, int j, int periods, List<int>? winds)
    {
        var ((first, ofFirst), (second, ofSecond)) = (Root(i), Root(j));
        // Where j lies one period further than where the sum of steps says, the way from i to j and back leads into the next period.
        var distance = ofFirst + periods - ofSecond;
        if (first != second)
            (_parent[second], _periods[second]) = (first, distance);
        else if (distance != 0)
            winds?.Add(i);
    }

    private (int Root, int Periods) Root(int run)
    {
        var periods = 0;
        while (_parent[run] != run)
        {
            // Halves the way: the grandparent becomes the parent.
            var parent = _parent[run];
            _periods[run] += _periods[parent];
            _parent[run] = _parent[parent];
            periods += _periods[run];
            run = _parent[run];
        }
        return (run, periods);
    }

    private bool[] Winding(List<int> winds)
    {
        var flows = new bool[_start.Count];
        foreach (var run in winds)
            flows[Root(run).Root] = true;
        return flows;
    }

    private bool[] Spanning()
    {
        var (inlet, flows) = (new bool[_start.Count], new bool[_start.Count]);
        for (var run = 0; run < _firstOfRow[_grid.Height]; run++)
            inlet[Root(run).Root] = true;
        for (var run = _firstOfRow[(_grid.Depth - 1) * _grid.Height]; run < _start.Count; run++)
        {
            var root = Root(run).Root;
            flows[root] = inlet[root];
        }
        return flows;
    }
}
