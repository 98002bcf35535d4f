using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>
/// Finds the voxels that hang together with a seed and pass a filter: by whole runs of rows (after A. R. Smith, Tint fill, SIGGRAPH 1979), each row being tested once, when it is first reached.
/// </summary>
internal sealed class FloodFill
{
    private const int ReportEvery = 1 << 16;

    private readonly LabelVolume _labels;
    private readonly VoxelBox _within;
    private readonly VoxelFilter _filter;
    private readonly FoundVoxels _found;
    private readonly ulong[]?[] _open;
    private readonly bool[]?[] _isTested;
    private readonly Stack<(int Z, int Y, int From, int End)> _next = new();

    private FloodFill(LabelVolume labels, VoxelBox within, VoxelFilter filter)
    {
        (_labels, _within, _filter, _found) = (labels, within, filter, new FoundVoxels(within));
        (_open, _isTested) = (new ulong[within.Depth][], new bool[within.Depth][]);
    }

    /// <summary>Fills from a seed.</summary>
    /// <param name="labels">The labels; may be read while others write, who then see the one or the other.</param>
    /// <param name="seed">The voxel to begin at; nothing is found where it does not pass the filter or lies outside of the box.</param>
    /// <param name="within">Voxels outside of this box are not entered; a box of one slice fills in that slice.</param>
    /// <param name="filter">What a voxel must fulfil.</param>
    /// <param name="withCorners">Whether voxels that touch by an edge or a corner hang together (26 neighbours), not only by a face (6).</param>
    /// <param name="progress">Gets the share of the box that was found.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FoundVoxels Find(LabelVolume labels, (int Z, int Y, int X) seed, VoxelBox within, VoxelFilter filter, bool withCorners,
        Action<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var fill = new FloodFill(labels, within, filter);
        if (!fill.Holds(seed.Z, seed.Y) || seed.X < within.X || seed.X >= within.X + within.Width)
            return fill._found;
        fill.Claim(seed.Z, seed.Y, seed.X, seed.X + 1);
        var steps = 0;
        while (fill._next.TryPop(out var run))
        {
            if (++steps % ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Invoke((double)fill._found.Count / within.VoxelCount);
            }
            fill.Spread(run, withCorners);
        }
        return fill._found;
    }

    /// <summary>All voxels of a box that pass a filter, whether they hang together or not.</summary>
    public static FoundVoxels FindAll(LabelVolume labels, VoxelBox within, VoxelFilter filter, Action<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var fill = new FloodFill(labels, within, filter);
        for (var z = within.Z; z <= within.LastZ; z++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Invoke((double)(z - within.Z) / within.Depth);
            for (var y = within.Y; y < within.Y + within.Height; y++)
                fill.Claim(z, y, within.X, within.X + within.Width);
            fill._next.Clear();
        }
        return fill._found;
    }

    private bool Holds(int z, int y) => z >= _within.Z && z <= _within.LastZ && y >= _within.Y && y < _within.Y + _within.Height;

    private void Spread((int Z, int Y, int From, int End) run, bool withCorners)
    {
        var (from, end) = withCorners ? (Math.Max(run.From - 1, _within.X), Math.Min(run.End + 1, _within.X + _within.Width)) : (run.From, run.End);
        for (var z = run.Z - 1; z <= run.Z + 1; z++)
        {
            for (var y = run.Y - 1; y <= run.Y + 1; y++)
            {
                var steps = Math.Abs(z - run.Z) + Math.Abs(y - run.Y);
                if (steps > 0 && (steps == 1 || withCorners) && Holds(z, y))
                    Claim(z, y, from, end);
            }
        }
    }

    // Takes up the runs of a row that reach into a part of it, each as a whole.
    private void Claim(int z, int y, int from, int end)
    {
        var open = Open(z, y);
        var offset = _within.X;
        for (var at = BitRow.NextSet(open, from - offset, end - offset); at < end - offset;)
        {
            var (first, last) = (BitRow.BeginOf(open, at), BitRow.NextClear(open, at, _within.Width));
            BitRow.Clear(open, first, last);
            _found.Add(z, y, new VoxelRun(first + offset, last + offset));
            _next.Push((z, y, first + offset, last + offset));
            at = BitRow.NextSet(open, Math.Min(last, end - offset), end - offset);
        }
    }

    // The voxels of a row that pass and were not found yet.
    private Span<ulong> Open(int z, int y)
    {
        var (words, slice, row) = (BitRow.Words(_within.Width), z - _within.Z, y - _within.Y);
        var tested = _isTested[slice] ??= new bool[_within.Height];
        var bits = (_open[slice] ??= new ulong[words * _within.Height]).AsSpan(row * words, words);
        if (!tested[row])
        {
            tested[row] = true;
            _filter.Match(_labels.Slice(z).Slice((y * _labels.Shape.Width) + _within.X, _within.Width), z, y, _within.X, bits);
        }
        return bits;
    }
}
