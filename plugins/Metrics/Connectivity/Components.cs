using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>
/// The components of a labelled volume: voxels of one label that are joined through neighbours. Slabs of slices are searched on all cores, as runs of equal
/// label joined in a forest (after He, Chao and Suzuki, IEEE Trans. Image Process. 17 (2008) 749), and then joined with each other. Components are
/// numbered by their first voxels, whatever the number of threads; unlabelled voxels are in none. Takes 13 bytes for each run of equal voxels in a row, of two slices in sixteen if only
/// counts are wanted, and 60 for each component.
/// </summary>
internal sealed class Components
{
    private const int SlicesPerSlab = 16;

    private readonly VolumeShape _shape;
    private readonly RunSlab[] _slabs;
    // By slab and run; −1 for unlabelled runs.
    private readonly int[][] _components;

    private readonly bool _keepsRuns;

    private Components(VolumeShape shape, RunSlab[] slabs, int[][] components, bool keepsRuns) =>
        (_shape, _slabs, _components, _keepsRuns) = (shape, slabs, components, keepsRuns);

    /// <summary>How many there are, of all labels.</summary>
    public int Count => Labels.Count;

    /// <summary>The label of each component.</summary>
    public IReadOnlyList<byte> Labels { get; private set; } = [];

    /// <summary>The number of voxels of each component.</summary>
    public IReadOnlyList<long> Voxels { get; private set; } = [];

    /// <summary>The sides of the box of labelled voxels that each component touches.</summary>
    public IReadOnlyList<BoxSides> Touches { get; private set; } = [];

    /// <summary>Finds the components of a volume.</summary>
    public static Components Find(LabelVolume labels, Adjacency adjacency, Action? sliceDone = null, bool keepsRuns = true, CancellationToken cancellationToken = default) =>
        Find(labels.Shape, (z, slice) => labels.Slice(z).CopyTo(slice), adjacency, sliceDone, keepsRuns, cancellationToken);

    /// <summary>Finds the components of what slices say.</summary>
    /// <param name="shape">Of the volume.</param>
    /// <param name="read">Gives the labels of a slice, from any thread; <see cref="LabelVolume.Unlabelled"/> is in no component.</param>
    /// <param name="adjacency">Which voxels are neighbours.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    /// <param name="keepsRuns">Whether <see cref="Paint"/> and <see cref="ForEachRun"/> are wanted; without, only the runs between slabs are kept.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static Components Find(VolumeShape shape, Action<int, byte[]> read, Adjacency adjacency, Action? sliceDone = null, bool keepsRuns = true,
        CancellationToken cancellationToken = default)
    {
        var slabs = new RunSlab[(shape.Depth + SlicesPerSlab - 1) / SlicesPerSlab];
        var (numbers, parts) = (new int[slabs.Length][], new List<ComponentPart>[slabs.Length]);
        Parallel.For(0, slabs.Length, new ParallelOptions { CancellationToken = cancellationToken }, () => new byte[shape.SliceLength], (index, _, slice) =>
        {
            var (first, end) = (index * SlicesPerSlab, Math.Min(shape.Depth, (index + 1) * SlicesPerSlab));
            var slab = slabs[index] = new RunSlab((end - first) * shape.Height, shape.Width);
            for (var z = first; z < end; z++)
            {
                read(z, slice);
                for (var y = 0; y < shape.Height; y++)
                    slab.Add(((z - first) * shape.Height) + y, slice.AsSpan(y * shape.Width, shape.Width));
                sliceDone?.Invoke();
            }
            slab.Separate();
            JoinRows(slab, end - first, shape.Height, adjacency);
            (numbers[index], parts[index]) = Describe(slab, first, shape.Height);
            if (!keepsRuns)
                (slabs[index], numbers[index]) = slab.Ends(shape.Height, numbers[index]);
            return slice;
        }, _ => { });
        var components = new Components(shape, slabs, numbers, keepsRuns);
        components.JoinSlabs(parts, adjacency, cancellationToken);
        return components;
    }

    /// <summary>The component of every voxel of a slice; −1 where there is none. Runs must have been kept.</summary>
    public void Paint(int z, Span<int> components)
    {
        var slab = z / SlicesPerSlab;
        for (var y = 0; y < _shape.Height; y++)
        {
            var row = ((z % SlicesPerSlab) * _shape.Height) + y;
            for (var run = _slabs[slab].FirstOf(row); run < _slabs[slab].FirstOf(row + 1); run++)
                components.Slice((y * _shape.Width) + _slabs[slab].Start(run), _slabs[slab].End(run, row) - _slabs[slab].Start(run)).Fill(_components[slab][run]);
        }
    }

    /// <summary>Goes over the runs of equal label in a slice: its row, first voxel, the one behind its last, and its component (−1 for none). Runs must have been kept.</summary>
    public void ForEachRun(int z, Action<int, int, int, int> run)
    {
        var slab = z / SlicesPerSlab;
        for (var y = 0; y < _shape.Height; y++)
        {
            var row = ((z % SlicesPerSlab) * _shape.Height) + y;
            for (var i = _slabs[slab].FirstOf(row); i < _slabs[slab].FirstOf(row + 1); i++)
                run(y, _slabs[slab].Start(i), _slabs[slab].End(i, row), _components[slab][i]);
        }
    }

    private static void JoinRows(RunSlab slab, int slices, int height, Adjacency adjacency)
    {
        var (reach, reachAcross) = (adjacency == Adjacency.Faces ? 0 : 1, adjacency == Adjacency.Corners ? 1 : 0);
        for (var row = 0; row < slices * height; row++)
        {
            var (z, y) = (row / height, row % height);
            if (y > 0)
                slab.Join(row - 1, row, reach);
            if (z == 0)
                continue;
            slab.Join(row - height, row, reach);
            if (adjacency == Adjacency.Faces)
                continue;
            if (y > 0)
                slab.Join(row - height - 1, row, reachAcross);
            if (y + 1 < height)
                slab.Join(row - height + 1, row, reachAcross);
        }
    }

    // What each component has in a slab, and by run which of these it is in. They come in the order of their first runs.
    private static (int[] Numbers, List<ComponentPart> Parts) Describe(RunSlab slab, int firstSlice, int height)
    {
        var (numbers, parts) = (new int[slab.Count], new List<ComponentPart>());
        var row = 0;
        for (var run = 0; run < slab.Count; run++)
        {
            while (run >= slab.FirstOf(row + 1))
                row++;
            var root = slab.Root(run);
            if (root == run)
            {
                numbers[run] = parts.Count;
                parts.Add(ComponentPart.None(slab.Label(run)));
            }
            else
            {
                numbers[run] = numbers[root];
            }
            CollectionsMarshal.AsSpan(parts)[numbers[run]].Add(firstSlice + (row / height), row % height, slab.Start(run), slab.End(run, row));
        }
        return (numbers, parts);
    }

    private void JoinSlabs(List<ComponentPart>[] parts, Adjacency adjacency, CancellationToken cancellationToken)
    {
        // The parts of all slabs one after the other.
        var firstOf = new int[_slabs.Length];
        for (var slab = 1; slab < firstOf.Length; slab++)
            firstOf[slab] = firstOf[slab - 1] + parts[slab - 1].Count;
        var parents = Enumerable.Range(0, parts.Sum(slab => slab.Count)).ToArray();
        for (var slab = 1; slab < _slabs.Length; slab++)
            JoinAcross(slab, firstOf, parents, adjacency);
        var (components, found) = (new int[parents.Length], new List<ComponentPart>());
        for (var (slab, i) = (0, 0); slab < parts.Length; slab++)
        {
            foreach (var part in parts[slab])
            {
                var root = Root(parents, i);
                components[i] = part.Label == LabelVolume.Unlabelled ? -1 : root < i ? components[root] : found.Count;
                if (components[i] == found.Count)
                    found.Add(part);
                else if (components[i] >= 0)
                    CollectionsMarshal.AsSpan(found)[components[i]].Add(part);
                i++;
            }
        }
        Parallel.For(0, _slabs.Length, new ParallelOptions { CancellationToken = cancellationToken }, slab =>
        {
            foreach (ref var number in _components[slab].AsSpan())
                number = components[firstOf[slab] + number];
        });
        (Labels, Voxels) = ([.. found.Select(part => part.Label)], [.. found.Select(part => part.Voxels)]);
        var box = ComponentPart.None(LabelVolume.Unlabelled);
        foreach (var part in found)
            box.Add(part);
        Touches = [.. found.Select(part => part.SidesOf(box))];
    }

    private void JoinAcross(int slab, int[] firstOf, int[] parents, Adjacency adjacency)
    {
        var (before, after, height) = (_slabs[slab - 1], _slabs[slab], _shape.Height);
        var last = (_keepsRuns ? SlicesPerSlab - 1 : 1) * height;
        for (var y = 0; y < height; y++)
        {
            for (var dy = adjacency == Adjacency.Faces ? 0 : -1; dy <= (adjacency == Adjacency.Faces ? 0 : 1); dy++)
            {
                if (y + dy < 0 || y + dy >= height)
                    continue;
                var reach = adjacency == Adjacency.Corners || (adjacency == Adjacency.Edges && dy == 0) ? 1 : 0;
                before.ForEachTouching(last + y + dy, after, y, reach,
                    (i, j) => Unite(parents, firstOf[slab - 1] + _components[slab - 1][i], firstOf[slab] + _components[slab][j]));
            }
        }
    }

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }
        return i;
    }

    private static void Unite(int[] parents, int first, int second)
    {
        var (a, b) = (Root(parents, first), Root(parents, second));
        if (a < b)
            parents[b] = a;
        else
            parents[a] = b;
    }
}
