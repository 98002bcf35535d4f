using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>
/// The objects of consecutive slices of a labelled volume: voxels of one phase joined by their faces, in the order of their first voxels. Rows are kept as
/// runs of equal phase, of which there are far fewer than voxels; some 20 bytes for each.
/// </summary>
internal sealed class PhaseObjects
{
    private readonly LabelVolume _labels;
    private readonly List<Run> _runs = [];
    private readonly List<int> _parents = [];
    private readonly int[] _firstOfRow;
    private int[] _objectOf = [];

    private PhaseObjects(LabelVolume labels, int rows)
    {
        _labels = labels;
        _firstOfRow = new int[rows + 1];
    }

    private readonly record struct Run(int Z, int Y, int Start, int End, byte Phase);

    /// <summary>Voxels of each object.</summary>
    internal long[] Sizes { get; private set; } = [];

    /// <summary>Phase of each object.</summary>
    internal byte[] Phases { get; private set; } = [];

    /// <summary>Place of each object's first voxel in the volume.</summary>
    internal long[] FirstVoxels { get; private set; } = [];

    /// <summary>Finds the objects of the slices from <paramref name="first"/> to <paramref name="last"/>; unlabelled voxels are in none.</summary>
    internal static PhaseObjects Find(LabelVolume labels, int first, int last)
    {
        var shape = labels.Shape;
        var objects = new PhaseObjects(labels, (last - first + 1) * shape.Height);
        for (var z = first; z <= last; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                var row = ((z - first) * shape.Height) + y;
                objects.AddRow(row, z, y, labels.Slice(z).Slice(y * shape.Width, shape.Width));
                if (y > 0)
                    objects.Join(row - 1, row);
                if (z > first)
                    objects.Join(row - shape.Height, row);
            }
        }
        objects.Number();
        return objects;
    }

    /// <summary>The phase that most faces of each object of <paramref name="wanted"/> lie at; unlabelled where no face lies at a phase.</summary>
    internal byte[] Surroundings(Func<int, bool> wanted)
    {
        var faces = new Dictionary<int, int[]>();
        for (var i = 0; i < _runs.Count; i++)
        {
            var index = _objectOf[i];
            if (!wanted(index))
                continue;
            if (!faces.TryGetValue(index, out var counts))
                faces[index] = counts = new int[_labels.Phases.Count];
            Count(_runs[i], counts);
        }
        var around = new byte[Sizes.Length];
        Array.Fill(around, LabelVolume.Unlabelled);
        foreach (var (index, counts) in faces)
        {
            counts[Phases[index]] = 0;
            var most = counts.Max();
            if (most > 0)
                around[index] = (byte)Array.IndexOf(counts, most);
        }
        return around;
    }

    /// <summary>Calls an action for every run of voxels of every object: object, slice, place of its first voxel in the slice, length.</summary>
    internal void ForEachRun(Action<int, int, int, int> action)
    {
        for (var i = 0; i < _runs.Count; i++)
        {
            var run = _runs[i];
            action(_objectOf[i], run.Z, (run.Y * _labels.Shape.Width) + run.Start, run.End - run.Start);
        }
    }

    private void Count(Run run, int[] counts)
    {
        var (shape, row) = (_labels.Shape, run.Y * _labels.Shape.Width);
        var slice = _labels.Slice(run.Z);
        if (run.Start > 0)
            Add(slice[row + run.Start - 1]);
        if (run.End < shape.Width)
            Add(slice[row + run.End]);
        for (var x = run.Start; x < run.End; x++)
        {
            if (run.Y > 0)
                Add(slice[row - shape.Width + x]);
            if (run.Y < shape.Height - 1)
                Add(slice[row + shape.Width + x]);
        }

        void Add(byte label)
        {
            if (label != LabelVolume.Unlabelled)
                counts[label]++;
        }
    }

    private void AddRow(int row, int z, int y, ReadOnlySpan<byte> labels)
    {
        for (var start = 0; start < labels.Length;)
        {
            var phase = labels[start];
            var length = labels[start..].IndexOfAnyExcept(phase);
            var end = length < 0 ? labels.Length : start + length;
            if (phase != LabelVolume.Unlabelled)
            {
                _parents.Add(_runs.Count);
                _runs.Add(new Run(z, y, start, end, phase));
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
            {
                var (one, other) = (Root(i), Root(j));
                _parents[Math.Max(one, other)] = Math.Min(one, other);
            }
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

    // The root of an object is its first run, so that objects come in the order of their first voxels.
    private void Number()
    {
        _objectOf = new int[_runs.Count];
        var (sizes, phases, firsts) = (new List<long>(), new List<byte>(), new List<long>());
        for (var i = 0; i < _runs.Count; i++)
        {
            var (run, root) = (_runs[i], Root(i));
            if (root == i)
            {
                _objectOf[i] = sizes.Count;
                sizes.Add(0);
                phases.Add(run.Phase);
                firsts.Add(((long)run.Z * _labels.Shape.SliceLength) + ((long)run.Y * _labels.Shape.Width) + run.Start);
            }
            else
                _objectOf[i] = _objectOf[root];
            sizes[_objectOf[i]] += run.End - run.Start;
        }
        (Sizes, Phases, FirstVoxels) = ([.. sizes], [.. phases], [.. firsts]);
    }
}
