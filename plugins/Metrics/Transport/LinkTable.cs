namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// The neighbours of all nodes of a level, put together from ranges of nodes that are written side by side. The ranges' own buffers are used again and again:
/// memory touched for the first time would take longer than the work.
/// </summary>
internal sealed class LinkTable
{
    private const int RangesAtOnce = 16;
    private const int UsualNeighbours = 7;

    private int _nodes;
    private int _length;

    /// <param name="nodes">How many nodes there are in all.</param>
    /// <param name="ranges">In how many ranges of consecutive nodes they come.</param>
    /// <param name="write">Writes the rows of a range, from any thread.</param>
    public LinkTable(int nodes, int ranges, Action<int, Links> write)
    {
        (First, Walls) = (new int[nodes + 1], new float[nodes]);
        Neighbours = LargeArrays.Create<int>(checked(UsualNeighbours * nodes));
        Conductances = LargeArrays.Create<float>(Neighbours.Length);
        var links = new Links[Math.Min(ranges, RangesAtOnce)];
        for (var i = 0; i < links.Length; i++)
            links[i] = new Links();
        for (var from = 0; from < ranges; from += links.Length)
        {
            var (start, count) = (from, Math.Min(links.Length, ranges - from));
            Parallel.For(0, count, i =>
            {
                links[i].Clear();
                write(start + i, links[i]);
            });
            for (var i = 0; i < count; i++)
                Append(links[i]);
        }
    }

    /// <summary>Where each node's row begins, and the end of the last.</summary>
    public int[] First { get; }

    /// <summary>Conductance of each node to the walls.</summary>
    public float[] Walls { get; }

    /// <summary>The neighbours, row by row; longer than the rows.</summary>
    public int[] Neighbours { get; private set; }

    /// <summary>Their conductances.</summary>
    public float[] Conductances { get; private set; }

    private void Append(Links links)
    {
        var length = checked(_length + links.Neighbours.Count);
        if (length > Neighbours.Length)
        {
            var (neighbours, conductances) = (Neighbours, Conductances);
            Neighbours = LargeArrays.Create<int>(checked((int)Math.Min(length * 5L / 4, Array.MaxLength)));
            Conductances = LargeArrays.Create<float>(Neighbours.Length);
            neighbours.AsSpan(0, _length).CopyTo(Neighbours);
            conductances.AsSpan(0, _length).CopyTo(Conductances);
        }
        links.Neighbours.CopyTo(Neighbours, _length);
        links.Conductances.CopyTo(Conductances, _length);
        links.Walls.CopyTo(Walls, _nodes);
        foreach (var end in links.Ends)
            First[++_nodes] = _length + end;
        _length = length;
    }
}
