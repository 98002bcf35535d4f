using System.Runtime.CompilerServices;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Makes a coarser level of a coarse one: nodes in the same cell of twice the size, joined by strong conductances, become one node.</summary>
internal static class GraphGrouping
{
    private const int Bits = 21;
    private const ulong Halved = (1UL << (Bits - 1)) - 1;

    /// <summary>A cell's number.</summary>
    public static ulong Cell(int z, int y, int x) => ((ulong)z << (2 * Bits)) | ((ulong)y << Bits) | (uint)x;

    /// <summary>The coarser level, the parent of each node, and the nodes of each parent: rows of <paramref name="children"/>.</summary>
    public static GraphLevel Create(GraphLevel level, float strong, out int[] parents, out int[] first, out int[] children)
    {
        var groups = Group(level, strong);
        var (map, count) = (new int[level.Count], 0);
        for (var node = 0; node < level.Count; node++)
            map[node] = Root(groups, node) == node ? count++ : -1;
        for (var node = 0; node < level.Count; node++)
            map[node] = map[node] < 0 ? map[Root(groups, node)] : map[node];
        (first, children) = Children(map, count);
        var (rows, nodes) = (first, children);
        var cells = new ulong[count];
        parents = map;
        return new GraphLevel(new LinkTable(count, Chunks.Count(count), [MethodImpl(MethodImplOptions.AggressiveOptimization)] (chunk, links) =>
        {
            var (from, to) = Chunks.Range(chunk, count);
            for (var parent = from; parent < to; parent++)
            {
                var wall = 0f;
                foreach (var node in nodes.AsSpan(rows[parent], rows[parent + 1] - rows[parent]))
                {
                    cells[parent] = Coarser(level.Cells[node]);
                    wall += level.Walls[node];
                    var neighbours = level.Neighbours(node);
                    var conductances = level.Conductances(node);
                    for (var i = 0; i < neighbours.Length; i++)
                    {
                        if (map[neighbours[i]] != parent)
                            links.Add(map[neighbours[i]], conductances[i]);
                    }
                }
                links.EndRow(wall);
            }
        }), cells);
    }

    private static ulong Coarser(ulong cell) => (cell >> 1) & (Halved | (Halved << Bits) | (Halved << (2 * Bits)));

    // Nodes are united where their conductance is strong for both, and each with its strongest neighbour, so that small appendages of large nodes do not stay
    // behind. A weak bridge joins one of its ends only: two nodes that only meet in it stay two.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Group(GraphLevel level, float strong)
    {
        var groups = new int[level.Count];
        var strongest = new float[level.Count];
        Chunks.ForEach(groups.Length, (_, from, to) =>
        {
            for (var node = from; node < to; node++)
            {
                groups[node] = node;
                foreach (var conductance in level.Conductances(node))
                    strongest[node] = Math.Max(strongest[node], conductance);
            }
        });
        for (var node = 0; node < groups.Length; node++)
        {
            var cell = Coarser(level.Cells[node]);
            var neighbours = level.Neighbours(node);
            var conductances = level.Conductances(node);
            var isJoined = false;
            for (var i = 0; i < neighbours.Length; i++)
            {
                var other = neighbours[i];
                if (Coarser(level.Cells[other]) != cell)
                    continue;
                var isStrongest = !isJoined && conductances[i] == strongest[node];
                if (!isStrongest && (other > node || conductances[i] < strong * Math.Max(strongest[node], strongest[other])))
                    continue;
                isJoined |= isStrongest;
                var (a, b) = (Root(groups, node), Root(groups, other));
                groups[Math.Max(a, b)] = Math.Min(a, b);
            }
        }
        return groups;
    }

    private static int Root(int[] groups, int node)
    {
        while (groups[node] != node)
            node = groups[node] = groups[groups[node]];
        return node;
    }

    private static (int[] First, int[] Children) Children(int[] map, int count)
    {
        var first = new int[count + 1];
        foreach (var parent in map)
            first[parent + 1]++;
        for (var parent = 0; parent < count; parent++)
            first[parent + 1] += first[parent];
        var (next, children) = (first.ToArray(), new int[map.Length]);
        for (var node = 0; node < map.Length; node++)
            children[next[map[node]]++] = node;
        return (first, children);
    }
}
