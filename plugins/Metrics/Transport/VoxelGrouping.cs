namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Makes the first coarse level: in each cube of 2×2×2 voxels, those that are joined by strong faces become a node.</summary>
internal static class VoxelGrouping
{
    private const int CubeVoxels = 8;

    /// <summary>The level, and the node of each voxel; voxels in which nothing flows have the node count.</summary>
    public static GraphLevel Create<TStencil>(TransportGrid grid, TStencil stencil, float strong, out int[] nodes) where TStencil : struct, IStencil
    {
        var layers = (grid.Depth + 1) / 2;
        var map = new int[grid.Length];
        var counts = new int[layers];
        Parallel.For(0, layers, layer => counts[layer] = Group(grid, stencil, strong, layer, map));
        var starts = new int[layers + 1];
        for (var layer = 0; layer < layers; layer++)
            starts[layer + 1] = starts[layer] + counts[layer];
        var count = starts[layers];
        Parallel.For(0, layers, layer => Shift(grid, stencil, layer, map, starts[layer], count));
        grid.Wrap(map);
        var cells = new ulong[count];
        var links = new Links[layers];
        Parallel.For(0, layers, layer => links[layer] = Join(grid, stencil, layer, map, cells, count));
        nodes = map;
        return new GraphLevel(links, cells);
    }

    // Numbers the groups of two planes of voxels, from 0.
    private static int Group<TStencil>(TransportGrid grid, TStencil stencil, float strong, int layer, int[] map) where TStencil : struct, IStencil
    {
        var count = 0;
        Span<int> voxels = stackalloc int[CubeVoxels];
        Span<int> groups = stackalloc int[CubeVoxels];
        Span<float> strongest = stackalloc float[CubeVoxels];
        for (var y = 0; y < grid.Height; y += 2)
        {
            for (var x = 0; x < grid.Width; x += 2)
            {
                Cube(grid, stencil, layer, y, x, voxels);
                for (var v = 0; v < CubeVoxels; v++)
                {
                    groups[v] = v;
                    strongest[v] = voxels[v] >= 0 ? strong * Strongest(grid, stencil, voxels[v]) : 0;
                }
                for (var v = 0; v < CubeVoxels; v++)
                {
                    if (voxels[v] < 0)
                        continue;
                    for (var axis = 0; axis < 3; axis++)
                    {
                        var other = v | (4 >> axis);
                        if (other == v || voxels[other] < 0)
                            continue;
                        var face = stencil.Face(voxels[v], axis);
                        if (face > 0 && face >= strongest[v] && face >= strongest[other])
                            Unite(groups, v, other);
                    }
                }
                for (var v = 0; v < CubeVoxels; v++)
                {
                    if (voxels[v] < 0)
                        continue;
                    // A group's number is kept at its first voxel.
                    map[voxels[v]] = groups[v] == v ? count++ : map[voxels[groups[v]]];
                }
            }
        }
        return count;
    }

    private static void Unite(Span<int> groups, int v, int other)
    {
        var (from, to) = (Math.Max(groups[v], groups[other]), Math.Min(groups[v], groups[other]));
        for (var i = 0; i < CubeVoxels && from != to; i++)
            groups[i] = groups[i] == from ? to : groups[i];
    }

    private static void Shift<TStencil>(TransportGrid grid, TStencil stencil, int layer, int[] map, int start, int none) where TStencil : struct, IStencil
    {
        for (var z = 2 * layer; z < Math.Min(grid.Depth, (2 * layer) + 2); z++)
        {
            for (var y = 0; y < grid.Height; y++)
            {
                var row = grid.Row(z, y);
                for (var i = row; i < row + grid.Width; i++)
                    map[i] = stencil.Conducts(i) ? map[i] + start : none;
            }
        }
    }

    private static Links Join<TStencil>(TransportGrid grid, TStencil stencil, int layer, int[] map, ulong[] cells, int none) where TStencil : struct, IStencil
    {
        var links = new Links();
        Span<int> voxels = stackalloc int[CubeVoxels];
        for (var y = 0; y < grid.Height; y += 2)
        {
            for (var x = 0; x < grid.Width; x += 2)
            {
                Cube(grid, stencil, layer, y, x, voxels);
                // A group begins with the voxel whose number is above all before it.
                var last = -1;
                for (var v = 0; v < CubeVoxels; v++)
                {
                    if (voxels[v] < 0 || map[voxels[v]] <= last)
                        continue;
                    last = map[voxels[v]];
                    cells[last] = GraphGrouping.Cell(layer, y / 2, x / 2);
                    var wall = 0f;
                    for (var other = v; other < CubeVoxels; other++)
                    {
                        if (voxels[other] < 0 || map[voxels[other]] != last)
                            continue;
                        wall += OnBorder(grid, voxels[other]) ? stencil.Wall(voxels[other]) : 0;
                        AddFaces(grid, stencil, voxels[other], map, last, none, links);
                    }
                    links.EndRow(wall);
                }
            }
        }
        return links;
    }

    private static void AddFaces<TStencil>(TransportGrid grid, TStencil stencil, int voxel, int[] map, int node, int none, Links links)
        where TStencil : struct, IStencil
    {
        for (var axis = 0; axis < 3; axis++)
        {
            var step = grid.Step(axis);
            var (before, after) = (map[voxel - step], map[voxel + step]);
            if (axis == 0 && !grid.PeriodicDepth)
            {
                before = voxel / grid.Plane == 1 ? none : before;
                after = voxel / grid.Plane == grid.Depth ? none : after;
            }
            var (towards, away) = (stencil.Face(voxel - step, axis), stencil.Face(voxel, axis));
            if (before != none && before != node && towards > 0)
                links.Add(before, towards);
            if (after != none && after != node && away > 0)
                links.Add(after, away);
        }
    }

    private static bool OnBorder(TransportGrid grid, int voxel) => !grid.PeriodicDepth && voxel / grid.Plane is var plane && (plane == 1 || plane == grid.Depth);

    private static float Strongest<TStencil>(TransportGrid grid, TStencil stencil, int voxel) where TStencil : struct, IStencil
    {
        var strongest = 0f;
        for (var axis = 0; axis < 3; axis++)
            strongest = Math.Max(strongest, Math.Max(stencil.Face(voxel - grid.Step(axis), axis), stencil.Face(voxel, axis)));
        return strongest;
    }

    // The voxels of a cube that take part; −1 for the others. Bits of the place are z, y, x.
    private static void Cube<TStencil>(TransportGrid grid, TStencil stencil, int layer, int y, int x, Span<int> voxels) where TStencil : struct, IStencil
    {
        for (var v = 0; v < CubeVoxels; v++)
        {
            var (atZ, atY, atX) = ((2 * layer) + (v >> 2), y + ((v >> 1) & 1), x + (v & 1));
            voxels[v] = -1;
            if (atZ < grid.Depth && atY < grid.Height && atX < grid.Width && grid.Row(atZ, atY) + atX is var voxel && stencil.Conducts(voxel))
                voxels[v] = voxel;
        }
    }
}
