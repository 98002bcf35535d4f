using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>
/// What several labellings of one volume say together: the phase that most give, and the entropy −Σ p·ln p / ln P of the shares p of the P phases, from 0
/// where all agree to 1 where every phase is given as often. Unlabelled voxels give no vote.
/// </summary>
/// <remarks>One byte per voxel and phase while votes are taken; five for the result.</remarks>
internal sealed class Vote
{
    private readonly VolumeShape _shape;
    private readonly PhaseTable _phases;
    private readonly Spacing _spacing;
    private readonly byte[][] _counts;

    internal Vote(VolumeShape shape, PhaseTable phases, Spacing spacing)
    {
        (_shape, _phases, _spacing) = (shape, phases, spacing);
        _counts = new byte[shape.Depth][];
        for (var z = 0; z < shape.Depth; z++)
            _counts[z] = new byte[shape.SliceLength * phases.Count];
    }

    /// <summary>Takes the votes of one labelling; of 255 at most.</summary>
    internal void Add(LabelVolume labels) => labels.ForEachSlice(z =>
    {
        var slice = labels.Slice(z);
        var counts = _counts[z];
        for (var i = 0; i < slice.Length; i++)
        {
            if (slice[i] != LabelVolume.Unlabelled)
                counts[(i * _phases.Count) + slice[i]]++;
        }
    });

    /// <summary>The phase of most votes, of equal numbers the first; and the entropy. The caller owns both.</summary>
    internal (LabelVolume Majority, Volume<float> Entropy) Result()
    {
        var (majority, entropy) = (new LabelVolume(_shape, _phases, _spacing), new Volume<float>(_shape, _spacing));
        majority.ForEachSlice(z =>
        {
            var (labels, values) = (majority.SliceMemory(z), entropy.SliceMemory(z));
            for (var i = 0; i < labels.Length; i++)
            {
                var counts = _counts[z].AsSpan(i * _phases.Count, _phases.Count);
                labels.Span[i] = Most(counts);
                values.Span[i] = Entropy(counts);
            }
        });
        return (majority, entropy);
    }

    private static byte Most(ReadOnlySpan<byte> counts)
    {
        var best = 0;
        for (var phase = 1; phase < counts.Length; phase++)
            best = counts[phase] > counts[best] ? phase : best;
        return counts[best] > 0 ? (byte)best : LabelVolume.Unlabelled;
    }

    private static float Entropy(ReadOnlySpan<byte> counts)
    {
        var (all, sum) = (0, 0.0);
        foreach (var count in counts)
            all += count;
        foreach (var count in counts)
        {
            if (count > 0)
                sum -= count / (double)all * Math.Log(count / (double)all);
        }
        return counts.Length > 1 ? (float)(sum / Math.Log(counts.Length)) : 0;
    }
}
