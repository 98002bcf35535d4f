using System.Numerics;
using System.Runtime.CompilerServices;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Makes the first coarse level: in each cube of 2×2×2 voxels, those that are joined by strong faces become a node.</summary>
internal sealed class VoxelGrouping<TStencil>(TransportGrid grid, TStencil stencil, float strong) where TStencil : struct, IStencil
{
    private readonly int[] _nodes = LargeArrays.Create<int>(grid.Length);
    private readonly bool[] _isStrong = Strong(stencil, strong);
    private readonly CubeGroups _uniform = new(Strong(stencil, strong));
    private ulong[] _cells = [];

    /// <summary>The node of each voxel; voxels in which nothing flows have the node count.</summary>
    public int[] Nodes => _nodes;

    /// <summary>The level.</summary>
    public GraphLevel Create()
    {
        var layers = (grid.Depth + 1) / 2;
        var counts = new int[layers];
        Parallel.For(0, layers, layer => counts[layer] = Group(layer));
        var starts = new int[layers + 1];
        for (var layer = 0; layer < layers; layer++)
            starts[layer + 1] = starts[layer] + counts[layer];
        var count = starts[layers];
        Parallel.For(0, layers, layer => Shift(layer, starts[layer], count));
        grid.Wrap(_nodes);
        _cells = new ulong[count];
        return new GraphLevel(new LinkTable(count, layers, (layer, links) => Join(layer, count, links)), _cells);
    }

    private static bool[] Strong(TStencil stencil, float strong)
    {
        float[] conductances = [stencil.Greatest(0), stencil.Greatest(1), stencil.Greatest(2)];
        return [.. conductances.Select(each => each >= strong * conductances.Max())];
    }

    // Numbers the groups of two planes of voxels, from 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Group(int layer)
    {
        var count = 0;
        Span<int> groups = stackalloc int[CubeGroups.Voxels];
        for (var y = 0; y < grid.Height; y += 2)
        {
            for (var x = 0; x < grid.Width; x += 2)
            {
                var first = grid.Row(2 * layer, y) + x;
                var filled = Filled(layer, y, x, first);
                if (filled == 0)
                    continue;
                if (stencil.IsUniform)
                    Number(filled, first, _uniform.Of(filled), ref count);
                else
                    Number(filled, first, Weighted(filled, first, groups), ref count);
            }
        }
        return count;
    }

    private void Number<T>(int filled, int first, ReadOnlySpan<T> groups, ref int count) where T : IBinaryInteger<T>
    {
        for (var left = filled; left != 0; left &= left - 1)
        {
            var v = BitOperations.TrailingZeroCount(left);
            var group = int.CreateTruncating(groups[v]);
            // A group's number is kept at its first voxel.
            _nodes[first + Offset(v)] = group == v ? count++ : _nodes[first + Offset(group)];
        }
    }

    private ReadOnlySpan<int> Weighted(int filled, int first, Span<int> groups)
    {
        Span<float> least = stackalloc float[CubeGroups.Voxels];
        for (var v = 0; v < CubeGroups.Voxels; v++)
        {
            groups[v] = v;
            least[v] = (filled >> v & 1) != 0 ? strong * Strongest(first + Offset(v)) : 0;
        }
        for (var left = filled; left != 0; left &= left - 1)
        {
            var v = BitOperations.TrailingZeroCount(left);
            for (var axis = 0; axis < 3; axis++)
            {
                var other = v | (4 >> axis);
                if (other != v && (filled >> other & 1) != 0 && stencil.Face(first + Offset(v), axis) is var face && face > 0 && face >= least[v] && face >= least[other])
                    CubeGroups.Unite(groups, v, other);
            }
        }
        return groups;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Shift(int layer, int start, int none)
    {
        for (var z = 2 * layer; z < Math.Min(grid.Depth, (2 * layer) + 2); z++)
        {
            for (var y = 0; y < grid.Height; y++)
            {
                var row = grid.Row(z, y);
                for (var i = row; i < row + grid.Width; i++)
                    _nodes[i] = stencil.Conducts(i) ? _nodes[i] + start : none;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Join(int layer, int none, Links links)
    {
        for (var y = 0; y < grid.Height; y += 2)
        {
            for (var x = 0; x < grid.Width; x += 2)
            {
                var first = grid.Row(2 * layer, y) + x;
                var filled = Filled(layer, y, x, first);
                // A group begins with the voxel whose number is above all before it.
                for (var (left, last) = (filled, -1); left != 0; left &= left - 1)
                {
                    var node = _nodes[first + Offset(BitOperations.TrailingZeroCount(left))];
                    if (node <= last)
                        continue;
                    last = node;
                    _cells[node] = GraphGrouping.Cell(layer, y / 2, x / 2);
                    links.EndRow(JoinGroup(left, first, node, none, links));
                }
            }
        }
    }

    // Gives the group's conductance to the walls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float JoinGroup(int voxels, int first, int node, int none, Links links)
    {
        var wall = 0f;
        for (var left = voxels; left != 0; left &= left - 1)
        {
            var v = BitOperations.TrailingZeroCount(left);
            var voxel = first + Offset(v);
            if (_nodes[voxel] != node)
                continue;
            var plane = (voxel / grid.Plane) - 1;
            var isBorder = !grid.PeriodicDepth && (plane == 0 || plane == grid.Depth - 1);
            wall += isBorder ? stencil.Wall(voxel) : 0;
            for (var axis = 0; axis < 3; axis++)
            {
                var step = grid.Step(axis);
                var isSecond = (v & (4 >> axis)) != 0;
                // The one face leads out of the cube, the other to a voxel of the cube, which is of another group where it is weak.
                if (axis != 0 || !isBorder || (isSecond ? plane < grid.Depth - 1 : plane > 0))
                    AddFace(isSecond ? voxel : voxel - step, isSecond ? voxel + step : voxel - step, axis, node, none, links);
                if (!_isStrong[axis] || !stencil.IsUniform)
                {
                    if (axis != 0 || !isBorder || (isSecond ? plane > 0 : plane < grid.Depth - 1))
                        AddFace(isSecond ? voxel - step : voxel, isSecond ? voxel - step : voxel + step, axis, node, none, links);
                }
            }
        }
        return wall;
    }

    private void AddFace(int face, int other, int axis, int node, int none, Links links)
    {
        var neighbour = _nodes[other];
        if (neighbour != none && neighbour != node && stencil.Face(face, axis) is var conductance && conductance > 0)
            links.Add(neighbour, conductance);
    }

    private float Strongest(int voxel)
    {
        var strongest = 0f;
        for (var axis = 0; axis < 3; axis++)
            strongest = Math.Max(strongest, Math.Max(stencil.Face(voxel - grid.Step(axis), axis), stencil.Face(voxel, axis)));
        return strongest;
    }

    private int Offset(int v) => ((v >> 2) * grid.Plane) + (((v >> 1) & 1) * grid.Stride) + (v & 1);

    // The voxels of a cube that take part, one bit each.
    private int Filled(int layer, int y, int x, int first)
    {
        var inside = 0xff;
        if ((2 * layer) + 1 == grid.Depth)
            inside &= 0x0f;
        if (y + 1 == grid.Height)
            inside &= 0x33;
        if (x + 1 == grid.Width)
            inside &= 0x55;
        var filled = 0;
        for (var left = inside; left != 0; left &= left - 1)
        {
            var v = BitOperations.TrailingZeroCount(left);
            filled |= stencil.Conducts(first + Offset(v)) ? 1 << v : 0;
        }
        return filled;
    }
}
