using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// A coarse level of the multigrid: nodes are connected groups of voxels, joined by the conductances of all faces between them. Groups that share a cell of
/// the coarser grid but are not connected there are different nodes, so that pores never leak into each other. About 90 bytes a node.
/// </summary>
internal sealed class GraphLevel
{
    private readonly int[] _first;
    private readonly int[] _neighbours;
    private readonly float[] _conductances;
    private readonly float[] _diagonal;
    private readonly int[] _order;
    private readonly int[] _colours;

    public GraphLevel(LinkTable links, ulong[] cells)
    {
        (Count, Cells, Walls) = (cells.Length, cells, links.Walls);
        (_first, _neighbours, _conductances) = (links.First, links.Neighbours, links.Conductances);
        _diagonal = new float[Count];
        Chunks.ForEach(Count, (_, from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var sum = Walls[i];
                foreach (var conductance in Conductances(i))
                    sum += conductance;
                _diagonal[i] = sum;
            }
        });
        (_order, _colours) = Colour();
        // One more for voxels that belong to no node.
        (Gain, Value) = (new float[Count + 1], new float[Count + 1]);
    }

    /// <summary>How many nodes there are.</summary>
    public int Count { get; }

    /// <summary>The grid cell of each node: 21 bits each for z, y and x.</summary>
    public ulong[] Cells { get; }

    /// <summary>Conductance to the walls.</summary>
    public float[] Walls { get; }

    /// <summary>What the nodes gain: the right side of the level's equations.</summary>
    public float[] Gain { get; }

    /// <summary>Their solution.</summary>
    public float[] Value { get; }

    public float Diagonal(int node) => _diagonal[node];

    public ReadOnlySpan<int> Neighbours(int node) => _neighbours.AsSpan(_first[node], _first[node + 1] - _first[node]);

    public ReadOnlySpan<float> Conductances(int node) => _conductances.AsSpan(_first[node], _first[node + 1] - _first[node]);

    /// <summary>Gauss-Seidel from zero, colour by colour.</summary>
    public void SmoothFromZero(float[] gain, float[] value)
    {
        value.AsSpan().Clear();
        Chunks.ForEach(_colours[1], [MethodImpl(MethodImplOptions.AggressiveOptimization)] (_, from, to) =>
        {
            foreach (var i in _order.AsSpan(from, to - from))
                value[i] = gain[i] / _diagonal[i];
        });
        for (var colour = 1; colour < _colours.Length - 1; colour++)
            SmoothColour(colour, gain, value);
    }

    /// <summary>Gauss-Seidel, colour by colour in the opposite order.</summary>
    public void SmoothBackwards(float[] gain, float[] value)
    {
        for (var colour = _colours.Length - 2; colour >= 0; colour--)
            SmoothColour(colour, gain, value);
    }

    /// <summary>What is left of the gains.</summary>
    public void Residual(float[] gain, float[] value, float[] left) => Chunks.ForEach(Count, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (_, from, to) =>
    {
        for (var i = from; i < to; i++)
            left[i] = gain[i] - (_diagonal[i] * value[i]) + Inflow(i, value);
    });

    /// <summary>Multiplies with the conductances.</summary>
    /// <returns>The values' products with the result and with another field.</returns>
    public (double Product, double Other) Multiply(float[] value, float[] product, float[] other)
    {
        var others = new double[Chunks.Count(Count)];
        var products = new double[others.Length];
        Chunks.ForEach(Count, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (chunk, from, to) =>
        {
            var (a, b) = (0.0, 0.0);
            for (var i = from; i < to; i++)
            {
                var result = (_diagonal[i] * value[i]) - Inflow(i, value);
                product[i] = result;
                a += (double)value[i] * result;
                b += (double)value[i] * other[i];
            }
            (products[chunk], others[chunk]) = (a, b);
        });
        return (products.Sum(), others.Sum());
    }

    private void SmoothColour(int colour, float[] gain, float[] value)
    {
        var start = _colours[colour];
        Chunks.ForEach(_colours[colour + 1] - start, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (_, from, to) =>
        {
            foreach (var i in _order.AsSpan(start + from, to - from))
                value[i] = (gain[i] + Inflow(i, value)) / _diagonal[i];
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Inflow(int node, float[] value)
    {
        // All indices were checked when the level was made; this is where the time goes.
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_first), node);
        ref var conductances = ref MemoryMarshal.GetArrayDataReference(_conductances);
        ref var neighbours = ref MemoryMarshal.GetArrayDataReference(_neighbours);
        ref var values = ref MemoryMarshal.GetArrayDataReference(value);
        var (to, sum) = (Unsafe.Add(ref first, 1), 0f);
        for (var i = first; i < to; i++)
            sum += Unsafe.Add(ref conductances, i) * Unsafe.Add(ref values, Unsafe.Add(ref neighbours, i));
        return sum;
    }

    // Neighbours get different colours, so that the nodes of one colour can be smoothed at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] Order, int[] Starts) Colour()
    {
        var colours = new byte[Count];
        var counts = new int[65];
        for (var node = 0; node < Count; node++)
        {
            ulong taken = 0;
            foreach (var neighbour in Neighbours(node))
                taken |= neighbour < node ? 1UL << colours[neighbour] : 0;
            // No node has so many neighbours of different colours: each new one needs a clique of all before it.
            colours[node] = (byte)Math.Min(63, BitOperations.TrailingZeroCount(~taken));
            counts[colours[node] + 1]++;
        }
        var used = 64;
        while (used > 0 && counts[used] == 0)
            used--;
        var starts = new int[used + 1];
        for (var colour = 0; colour < used; colour++)
            starts[colour + 1] = starts[colour] + counts[colour + 1];
        var (order, next) = (new int[Count], starts.ToArray());
        for (var node = 0; node < Count; node++)
            order[next[colours[node]]++] = node;
        return (order, starts);
    }
}
