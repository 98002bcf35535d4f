using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>
/// Segmentations that probabilities p allow for. Each draw labels a voxel with the phase k of the greatest ln pₖ + σ(√c·Gₖ + √(1−c)·gₖ(x)): Gₖ is one normal number
/// for the whole volume, gₖ a random field of variance 1, c the common share. Neighbours are changed together, so that boundaries move instead of dissolving.
/// (Coherent thresholds and probabilities: as Krygier et al., Nat. Commun. 12 (2021) 5414, carry segmentation uncertainty to properties.)
/// </summary>
internal sealed class LogitEnsemble(ProbabilityVolume probabilities, SamplingParameters parameters)
{
    // Streams of draws lie apart from those of annotators.
    private const uint FirstStream = 0x8000_0000;

    /// <summary>The most probable phases, without anything added. The caller owns them.</summary>
    internal LabelVolume MostProbable() => Label((_, z, scores) =>
    {
        for (var phase = 0; phase < scores.Length; phase++)
        {
            var bytes = probabilities.Slice(phase, z);
            for (var i = 0; i < bytes.Length; i++)
                scores[phase][i] = bytes[i];
        }
    });

    /// <summary>A draw. The caller owns it.</summary>
    internal LabelVolume Draw(int index)
    {
        var (shape, spacing) = (probabilities.Shape, probabilities.Spacing);
        var fields = Enumerable.Range(0, probabilities.Phases.Count).Select(phase =>
        {
            var stream = FirstStream + (uint)((2 * ((index * probabilities.Phases.Count) + phase)));
            var length = parameters.CorrelationLength;
            return (Common: parameters.LogitDeviation * Math.Sqrt(parameters.CommonShare) * new CounterRandom(parameters.Seed, stream).Normal(0),
                Field: new GaussianField(parameters.Seed, stream + 1, shape, length * spacing.X / spacing.Z, length * spacing.X / spacing.Y, length));
        }).ToArray();
        var scale = (float)(parameters.LogitDeviation * Math.Sqrt(1 - parameters.CommonShare));
        return Label((_, z, scores) =>
        {
            for (var phase = 0; phase < scores.Length; phase++)
            {
                var (bytes, score) = (probabilities.Slice(phase, z).ToArray(), scores[phase]);
                score.AsSpan().Clear();
                if (scale > 0)
                    fields[phase].Field.Fill(z, score);
                var common = (float)fields[phase].Common;
                for (var i = 0; i < score.Length; i++)
                    score[i] = ProbabilityVolume.Logarithms[bytes[i]] + common + (scale * score[i]);
            }
        });
    }

    private LabelVolume Label(Action<LabelVolume, int, float[][]> score)
    {
        var labels = new LabelVolume(probabilities.Shape, probabilities.Phases, probabilities.Spacing);
        labels.ForEachSlice(z =>
        {
            var scores = new float[probabilities.Phases.Count][];
            for (var phase = 0; phase < scores.Length; phase++)
                scores[phase] = new float[probabilities.Shape.SliceLength];
            score(labels, z, scores);
            var slice = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
            {
                var best = 0;
                for (var phase = 1; phase < scores.Length; phase++)
                    best = scores[phase][i] > scores[best][i] ? phase : best;
                slice[i] = (byte)best;
            }
        });
        return labels;
    }
}
