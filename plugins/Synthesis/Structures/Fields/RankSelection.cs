using System.Numerics.Tensors;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Lends the scores of one slice.</summary>
internal delegate ReadOnlySpan<float> ScoresOfSlice(int z);

/// <summary>
/// The lowest scores of a volume, exactly as many as asked for: those below <see cref="Threshold"/>, and the first of those equal to it. Scores of positive
/// infinity are no candidates.
/// </summary>
internal sealed class RankSelection
{
    private const int Bins = 1 << 16;

    private readonly long[] _tiesBefore;
    private readonly long _ties;

    private RankSelection(float threshold, long[] tiesBefore, long ties) => (Threshold, _tiesBefore, _ties) = (threshold, tiesBefore, ties);

    /// <summary>The highest score that is taken.</summary>
    public float Threshold { get; }

    /// <summary>Finds the threshold, in two passes over the scores.</summary>
    /// <param name="depth">How many slices there are.</param>
    /// <param name="scores">Lends the scores of a slice; called from several threads, twice or thrice for each slice.</param>
    /// <param name="count">How many to take.</param>
    /// <param name="work">Threads.</param>
    /// <returns>Null where there are fewer candidates.</returns>
    public static RankSelection? Lowest(int depth, ScoresOfSlice scores, long count, Work work)
    {
        if (count <= 0)
            return new RankSelection(float.NegativeInfinity, new long[depth + 1], 0);
        var high = Count(depth, scores, work, null);
        if (Find(high, count) is not { } bin)
            return null;
        var left = count - high.Take(bin).Sum();
        var low = Count(depth, scores, work, bin);
        var last = Find(low, left)!.Value;
        var threshold = ToScore(((uint)bin << 16) | (uint)last);
        var ties = left - low.Take(last).Sum();
        var before = new long[depth + 1];
        work.For(depth, z => before[z + 1] = scores(z).Count(threshold));
        for (var z = 0; z < depth; z++)
            before[z + 1] += before[z];
        return new RankSelection(threshold, before, ties);
    }

    /// <summary>Writes a label wherever a score of this slice is taken.</summary>
    public void Mark(int z, ReadOnlySpan<float> scores, Span<byte> labels, byte label)
    {
        if (float.IsNegativeInfinity(Threshold))
            return;
        var ties = _tiesBefore[z];
        for (var i = 0; i < labels.Length; i++)
        {
            if (scores[i] < Threshold || (scores[i] == Threshold && ties++ < _ties))
                labels[i] = label;
        }
    }

    // How many candidates there are by the upper half of their key, or by the lower half among those with one upper half.
    private static long[] Count(int depth, ScoresOfSlice scores, Work work, int? upper)
    {
        var total = new long[Bins];
        work.For(depth, () => new long[Bins], (z, own) =>
        {
            foreach (var score in scores(z))
            {
                if (float.IsPositiveInfinity(score))
                    continue;
                var key = ToKey(score);
                if (upper is not { } bin)
                    own[key >> 16]++;
                else if (key >> 16 == (uint)bin)
                    own[key & 0xFFFF]++;
            }
        }, own =>
        {
            lock (total)
                TensorPrimitives.Add(total, own, total);
        });
        return total;
    }

    private static int? Find(long[] counts, long count)
    {
        var sum = 0L;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            sum += counts[bin];
            if (sum >= count)
                return bin;
        }
        return null;
    }

    // Whole numbers in the order of the floats.
    private static uint ToKey(float score)
    {
        // −0 and 0 are equal, and must be so here.
        var bits = BitConverter.SingleToUInt32Bits(score + 0f);
        return (bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000;
    }

    private static float ToScore(uint key) => BitConverter.UInt32BitsToSingle((key & 0x80000000) != 0 ? key & 0x7FFFFFFF : ~key);
}
