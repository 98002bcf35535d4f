using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>How well labels agree with the truth, over voxels that both label.</summary>
/// <param name="Accuracy">Share of voxels with the right phase.</param>
/// <param name="MeanIoU">Intersection over union, averaged over the phases that occur.</param>
internal sealed record Agreement(double Accuracy, double MeanIoU)
{
    /// <summary>Compares two volumes of equal shape and phases.</summary>
    internal static Agreement Of(LabelVolume labels, LabelVolume truth, CancellationToken cancellationToken = default)
    {
        var phases = truth.Phases.Count;
        var pairs = new long[phases, phases];
        truth.ForEachSlice(z =>
        {
            var own = new long[phases, phases];
            var (one, other) = (labels.SliceMemory(z), truth.SliceMemory(z));
            for (var i = 0; i < one.Length; i++)
            {
                var (label, right) = (one.Span[i], other.Span[i]);
                if (label != LabelVolume.Unlabelled && right != LabelVolume.Unlabelled)
                    own[label, right]++;
            }
            lock (pairs)
            {
                for (var label = 0; label < phases; label++)
                {
                    for (var right = 0; right < phases; right++)
                        pairs[label, right] += own[label, right];
                }
            }
        }, cancellationToken);
        var (all, same, shares) = (0L, 0L, new List<double>());
        for (var phase = 0; phase < phases; phase++)
        {
            long labelled = 0, right = 0;
            for (var other = 0; other < phases; other++)
            {
                labelled += pairs[phase, other];
                right += pairs[other, phase];
            }
            all += labelled;
            same += pairs[phase, phase];
            if (labelled + right > 0)
                shares.Add(pairs[phase, phase] / (double)(labelled + right - pairs[phase, phase]));
        }
        return new Agreement(same / (double)Math.Max(1, all), shares.Count > 0 ? shares.Average() : 0);
    }
}
