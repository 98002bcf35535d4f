using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>
/// The objects of a labelled volume: voxels of one phase that are joined by their faces; and which of them another volume does not have. Rows are kept as
/// runs of equal phase, of which there are far fewer than voxels.
/// </summary>
internal sealed class PhaseObjects
{
    private readonly VolumeShape _shape;
    private readonly List<Run> _runs = [];
    private readonly int[] _firstOfRow;
    // Each run points at another of its object, or at itself.
    private readonly List<int> _parents = [];
    private bool[] _isLost = [];

    private PhaseObjects(VolumeShape shape)
    {
        _shape = shape;
        _firstOfRow = new int[checked((shape.Depth * shape.Height) + 1)];
    }

    private readonly record struct Run(int Start, int End, byte Phase, int Right);

    /// <summary>Objects by phase.</summary>
    internal long[] Count { get; } = new long[256];

    /// <summary>Objects by phase that the other volume does not have.</summary>
    internal long[] Lost { get; } = new long[256];

    /// <summary>Finds the objects.</summary>
    /// <param name="shape">Of both volumes.</param>
    /// <param name="read">Gives the phases of a slice here and in the other volume; <see cref="LabelVolume.Unlabelled"/> is in no object.</param>
    /// <param name="foundShare">Share of an object that must have its phase in the other volume.</param>
    /// <param name="smallest">Voxels of the smallest object.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    internal static PhaseObjects Find(VolumeShape shape, Action<int, byte[], byte[]> read, double foundShare, long smallest, Action sliceDone)
    {
        var objects = new PhaseObjects(shape);
        var (own, other) = (new byte[shape.SliceLength], new byte[shape.SliceLength]);
        for (var z = 0; z < shape.Depth; z++)
        {
            read(z, own, other);
            for (var y = 0; y < shape.Height; y++)
            {
                var row = (z * shape.Height) + y;
                objects.AddRow(row, own.AsSpan(y * shape.Width, shape.Width), other.AsSpan(y * shape.Width, shape.Width));
                if (y > 0)
                    objects.Join(row - 1, row);
                if (z > 0)
                    objects.Join(row - shape.Height, row);
            }
            sliceDone();
        }
        objects.Judge(foundShare, smallest);
        return objects;
    }

    /// <summary>Marks the voxels of a slice that are in objects which the other volume does not have.</summary>
    internal void Mark(int z, Span<bool> lost)
    {
        lost.Clear();
        for (var y = 0; y < _shape.Height; y++)
        {
            var row = (z * _shape.Height) + y;
            for (var i = _firstOfRow[row]; i < _firstOfRow[row + 1]; i++)
            {
                if (_isLost[i])
                    lost[((y * _shape.Width) + _runs[i].Start)..((y * _shape.Width) + _runs[i].End)].Fill(true);
            }
        }
    }

    private void AddRow(int row, ReadOnlySpan<byte> own, ReadOnlySpan<byte> other)
    {
        for (var start = 0; start < own.Length;)
        {
            var (phase, end, right) = (own[start], start, 0);
            for (; end < own.Length && own[end] == phase; end++)
                right += other[end] == phase ? 1 : 0;
            if (phase != LabelVolume.Unlabelled)
            {
                _parents.Add(_runs.Count);
                _runs.Add(new Run(start, end, phase, right));
            }
            start = end;
        }
        _firstOfRow[row + 1] = _runs.Count;
    }

    private void Join(int before, int row)
    {
        var (i, j) = (_firstOfRow[before], _firstOfRow[row]);
        while (i < _firstOfRow[before + 1] && j < _firstOfRow[row + 1])
        {
            var (first, second) = (_runs[i], _runs[j]);
            if (first.Phase == second.Phase && first.Start < second.End && second.Start < first.End)
                _parents[Root(i)] = Root(j);
            if (first.End < second.End)
                i++;
            else
                j++;
        }
    }

    private int Root(int run)
    {
        while (_parents[run] != run)
        {
            _parents[run] = _parents[_parents[run]];
            run = _parents[run];
        }
        return run;
    }

    private void Judge(double foundShare, long smallest)
    {
        var (sizes, right) = (new long[_runs.Count], new long[_runs.Count]);
        for (var i = 0; i < _runs.Count; i++)
        {
            var root = Root(i);
            sizes[root] += _runs[i].End - _runs[i].Start;
            right[root] += _runs[i].Right;
        }
        _isLost = new bool[_runs.Count];
        for (var i = 0; i < _runs.Count; i++)
        {
            var root = Root(i);
            _isLost[i] = sizes[root] >= smallest && right[root] < foundShare * sizes[root];
            if (root == i && sizes[root] >= smallest)
            {
                Count[_runs[i].Phase]++;
                Lost[_runs[i].Phase] += _isLost[i] ? 1 : 0;
            }
        }
    }
}
