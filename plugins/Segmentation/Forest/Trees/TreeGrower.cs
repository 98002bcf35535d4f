using System.Numerics;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Grows one tree after the other on the same training set, for one thread.</summary>
/// <remarks>
/// A split makes the sum over both sides of Σ n²/N as great as possible (n of a phase, N of all): that is what lowers Gini's impurity most. It is found
/// by counting the codes of a node's voxels; only codes that occur are looked at and cleared, so that small nodes cost little.
/// </remarks>
internal sealed class TreeGrower
{
    private readonly TrainingSet _set;
    private readonly ForestOptions _options;
    private readonly int _phases;
    private readonly int[] _voxels;
    private readonly int[] _spare;
    private readonly int[] _counts;
    private readonly ulong[] _occupied = new ulong[4];
    private readonly int[] _features;
    private readonly int[] _left;
    private readonly int[] _all;
    private readonly double[] _inverse;
    private readonly int[][] _voxelsOf;
    private readonly List<uint> _nodes = [];
    private readonly List<ushort> _leafOf = [];
    private readonly List<float> _shares = [];

    public TreeGrower(TrainingSet set, ForestOptions options)
    {
        (_set, _options, _phases) = (set, options, set.Phases);
        _voxels = new int[set.Count];
        _spare = new int[set.Count];
        _counts = new int[256 * _phases];
        _features = [.. Enumerable.Range(0, set.Codes.Length)];
        (_left, _all) = (new int[_phases], new int[_phases]);
        _inverse = [0, .. Enumerable.Range(1, set.Count).Select(n => 1.0 / n)];
        _voxelsOf = [.. Enumerable.Range(0, _phases).Select(phase => Enumerable.Range(0, set.Count).Where(i => set.Labels[i] == phase).ToArray()).Where(each => each.Length > 0)];
    }

    /// <summary>Impurity taken away by each feature, of the tree grown last.</summary>
    public double[] Gains { get; private set; } = [];

    /// <summary>Which voxels the tree grown last has seen.</summary>
    public bool[] Drawn { get; private set; } = [];

    public Tree Grow(int number)
    {
        var random = new SplitMix(_options.Seed, number);
        (Gains, Drawn) = (new double[_features.Length], new bool[_set.Count]);
        _nodes.Clear();
        _leafOf.Clear();
        _shares.Clear();
        for (var i = 0; i < _features.Length; i++)
            _features[i] = i;
        for (var i = 0; i < _voxels.Length; i++)
        {
            var among = _options.Balance ? _voxelsOf[i % _voxelsOf.Length] : null;
            _voxels[i] = among is null ? random.Next(_voxels.Length) : among[random.Next(among.Length)];
            Drawn[_voxels[i]] = true;
        }
        var open = new Stack<(int Node, int First, int End, int Depth)>();
        Add();
        open.Push((0, 0, _voxels.Length, 0));
        while (open.TryPop(out var next))
        {
            var (node, first, end, depth) = next;
            Count(first, end);
            var split = depth < _options.MaxDepth && end - first >= 2 * _options.MinLeaf && _nodes.Count + 2 <= Tree.MaxNodes && _all.Max() < end - first
                ? FindSplit(first, end, ref random)
                : null;
            if (split is not { } found)
            {
                MakeLeaf(node, end - first);
                continue;
            }
            Gains[found.Feature] += found.Gain;
            var middle = Part(first, end, _set.Codes[found.Feature], found.Code);
            _nodes[node] = Tree.Inner(found.Feature, found.Code, _nodes.Count);
            var left = _nodes.Count;
            Add();
            Add();
            open.Push((left + 1, middle, end, depth + 1));
            open.Push((left, first, middle, depth + 1));
        }
        return new Tree([.. _nodes], [.. _leafOf], [.. _shares]);
    }

    private void Add()
    {
        _nodes.Add(0);
        _leafOf.Add(0);
    }

    private void Count(int first, int end)
    {
        Array.Clear(_all);
        for (var i = first; i < end; i++)
            _all[_set.Labels[_voxels[i]]]++;
    }

    private void MakeLeaf(int node, int count)
    {
        _nodes[node] = Tree.Leaf(node);
        _leafOf[node] = (ushort)(_shares.Count / _phases);
        foreach (var n in _all)
            _shares.Add(n / (float)count);
    }

    private (int Feature, int Code, double Gain)? FindSplit(int first, int end, ref SplitMix random)
    {
        var tried = _options.Tried > 0 ? Math.Min(_options.Tried, _features.Length) : Math.Max(1, (int)Math.Sqrt(_features.Length));
        var before = _all.Sum(n => (double)n * n) * _inverse[end - first];
        (int Feature, int Code, double Gain)? best = null;
        // As long as none of the features splits at all, others are tried.
        for (var i = 0; i < _features.Length && (i < tried || best is null); i++)
        {
            var chosen = i + random.Next(_features.Length - i);
            (_features[i], _features[chosen]) = (_features[chosen], _features[i]);
            var (code, score) = Best(first, end, _set.Codes[_features[i]]);
            if (code >= 0 && score - before > (best?.Gain ?? 1e-9))
                best = (_features[i], code, score - before);
        }
        return best;
    }

    private (int Code, double Score) Best(int first, int end, byte[] codes)
    {
        var labels = _set.Labels;
        for (var i = first; i < end; i++)
        {
            var voxel = _voxels[i];
            int code = codes[voxel];
            _counts[(code * _phases) + labels[voxel]]++;
            _occupied[code >> 6] |= 1ul << code;
        }
        Array.Clear(_left);
        long leftSquares = 0, rightSquares = 0;
        foreach (var n in _all)
            rightSquares += (long)n * n;
        var (leftCount, total, best) = (0, end - first, (Code: -1, Score: 0.0));
        for (var word = 0; word < 4; word++)
        {
            for (var bits = _occupied[word]; bits != 0; bits &= bits - 1)
            {
                var code = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var counts = _counts.AsSpan(code * _phases, _phases);
                for (var phase = 0; phase < counts.Length; phase++)
                {
                    long n = counts[phase];
                    if (n == 0)
                        continue;
                    long left = _left[phase];
                    leftSquares += n * ((2 * left) + n);
                    rightSquares += n * ((2 * (left - _all[phase])) + n);
                    _left[phase] += (int)n;
                    leftCount += (int)n;
                    counts[phase] = 0;
                }
                if (leftCount < _options.MinLeaf || total - leftCount < _options.MinLeaf)
                    continue;
                var score = (leftSquares * _inverse[leftCount]) + (rightSquares * _inverse[total - leftCount]);
                if (score > best.Score && leftCount < total)
                    best = (code, score);
            }
            _occupied[word] = 0;
        }
        return best;
    }

    // Voxels up to the code to the front, in their order; gives where the others begin.
    private int Part(int first, int end, byte[] codes, int code)
    {
        var (front, behind) = (first, 0);
        for (var i = first; i < end; i++)
        {
            var voxel = _voxels[i];
            var goesLeft = codes[voxel] <= code;
            _voxels[front] = voxel;
            _spare[behind] = voxel;
            front += goesLeft ? 1 : 0;
            behind += goesLeft ? 0 : 1;
        }
        _spare.AsSpan(0, behind).CopyTo(_voxels.AsSpan(front));
        return front;
    }
}
