using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Trees whose leaves' phase shares are averaged. Immutable; used by any number of threads.</summary>
internal sealed class RandomForest
{
    private const int Block = 256;

    private readonly FeatureBins _bins;
    private readonly Tree[] _trees;
    private readonly bool[] _isUsed;

    // Shares of the leaves, filled up to whole vectors and already divided by the number of trees.
    private readonly Vector128<float>[][] _shares;
    private readonly int _vectors;

    public RandomForest(FeatureBins bins, Tree[] trees, int phases)
    {
        (_bins, _trees, Phases) = (bins, trees, phases);
        _vectors = (phases + 3) / 4;
        _shares = [.. trees.Select(Spread)];
        _isUsed = new bool[bins.Count];
        foreach (var (word, node) in trees.SelectMany(tree => tree.Nodes.Select((word, node) => (word, node))))
            _isUsed[(word >> 8) & 255] |= word >> 16 != node;
    }

    public int Phases { get; }

    public FeatureBins Bins => _bins;

    public IReadOnlyList<Tree> Trees => _trees;

    public int Leaves => _trees.Sum(tree => tree.Shares.Length / Phases);

    /// <summary>Gives the probabilities of a run of voxels, on the calling thread.</summary>
    /// <param name="planes">Their features.</param>
    /// <param name="first">The first voxel.</param>
    /// <param name="count">How many.</param>
    /// <param name="probabilities">By voxel, by phase.</param>
    public void Apply(FeaturePlanes planes, int first, int count, Span<float> probabilities)
    {
        Span<byte> codes = new byte[(_bins.Count * Block) + sizeof(ulong)];
        Span<Vector128<float>> sums = new Vector128<float>[Block * _vectors];
        for (var start = 0; start < count; start += Block)
        {
            var length = Math.Min(Block, count - start);
            for (var feature = 0; feature < _bins.Count; feature++)
            {
                if (_isUsed[feature])
                    _bins.Code(feature, planes.Plane(feature).Slice(first + start, length), codes.Slice(feature * Block, Block));
            }
            sums.Clear();
            for (var tree = 0; tree < _trees.Length; tree++)
                Descend(_trees[tree], _shares[tree], codes, length, sums);
            for (var voxel = 0; voxel < length; voxel++)
            {
                var sum = MemoryMarshal.Cast<Vector128<float>, float>(sums.Slice(voxel * _vectors, _vectors));
                sum[..Phases].CopyTo(probabilities.Slice((start + voxel) * Phases, Phases));
            }
        }
    }

    // Eight voxels go down at a time, so that the wait for one voxel's node is filled by the others.
    private void Descend(Tree tree, Vector128<float>[] shares, ReadOnlySpan<byte> codes, int length, Span<Vector128<float>> sums)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(tree.Nodes);
        ref var code = ref MemoryMarshal.GetReference(codes);
        for (var v = 0; v < length; v += 8)
        {
            nint n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0;
            ref var at = ref Unsafe.Add(ref code, v);
            nint change;
            do
            {
                // Two steps to a check.
                n0 = Step(ref nodes, ref at, n0, 0);
                n1 = Step(ref nodes, ref at, n1, 1);
                n2 = Step(ref nodes, ref at, n2, 2);
                n3 = Step(ref nodes, ref at, n3, 3);
                n4 = Step(ref nodes, ref at, n4, 4);
                n5 = Step(ref nodes, ref at, n5, 5);
                n6 = Step(ref nodes, ref at, n6, 6);
                n7 = Step(ref nodes, ref at, n7, 7);
                var (m0, m1, m2, m3) = (n0, n1, n2, n3);
                n0 = Step(ref nodes, ref at, n0, 0);
                n1 = Step(ref nodes, ref at, n1, 1);
                n2 = Step(ref nodes, ref at, n2, 2);
                n3 = Step(ref nodes, ref at, n3, 3);
                change = (m0 ^ n0) | (m1 ^ n1) | (m2 ^ n2) | (m3 ^ n3);
                (m0, m1, m2, m3) = (n4, n5, n6, n7);
                n4 = Step(ref nodes, ref at, n4, 4);
                n5 = Step(ref nodes, ref at, n5, 5);
                n6 = Step(ref nodes, ref at, n6, 6);
                n7 = Step(ref nodes, ref at, n7, 7);
                change |= (m0 ^ n4) | (m1 ^ n5) | (m2 ^ n6) | (m3 ^ n7);
            }
            while (change != 0);
            Add(shares, tree.LeafOf[n0], sums, v);
            Add(shares, tree.LeafOf[n1], sums, v + 1);
            Add(shares, tree.LeafOf[n2], sums, v + 2);
            Add(shares, tree.LeafOf[n3], sums, v + 3);
            Add(shares, tree.LeafOf[n4], sums, v + 4);
            Add(shares, tree.LeafOf[n5], sums, v + 5);
            Add(shares, tree.LeafOf[n6], sums, v + 6);
            Add(shares, tree.LeafOf[n7], sums, v + 7);
        }
    }

    private void Add(Vector128<float>[] shares, int leaf, Span<Vector128<float>> sums, int voxel)
    {
        var (from, to) = (leaf * _vectors, voxel * _vectors);
        for (var i = 0; i < _vectors; i++)
            sums[to + i] += shares[from + i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Step(ref uint nodes, ref byte codes, nint node, nint voxel)
    {
        var word = Unsafe.Add(ref nodes, node);
        // The feature's number times 256, which is where its block begins.
        var code = Unsafe.Add(ref codes, (nint)(word & 0xFF00) + voxel);
        // 1 where the code is greater: the difference is negative then.
        return (nint)((word >> 16) + ((uint)((int)(byte)word - code) >> 31));
    }

    private Vector128<float>[] Spread(Tree tree)
    {
        var leaves = tree.Shares.Length / Phases;
        var spread = new Vector128<float>[leaves * _vectors];
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            for (var phase = 0; phase < Phases; phase++)
                spread[(leaf * _vectors) + (phase / 4)] = spread[(leaf * _vectors) + (phase / 4)].WithElement(phase % 4, tree.Shares[(leaf * Phases) + phase] / _trees.Length);
        }
        return spread;
    }
}
