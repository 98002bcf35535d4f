using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Report;

/// <summary>How well two phases can be told apart by the grey value of a single voxel.</summary>
/// <param name="First">A label.</param>
/// <param name="Second">Another.</param>
/// <param name="Overlap">Σ min(p, q) over their histograms: 0 where no grey value is common, 1 where all are alike.</param>
/// <param name="RankAccuracy">
/// Chance that of a voxel of each, the one of the phase that is brighter as a rule is the brighter one: 0.5 to 1 (the area under the ROC curve).
/// </param>
internal sealed record PhaseSeparability(int First, int Second, double Overlap, double RankAccuracy)
{
    internal const double FewInCommon = 0.2;
    internal const double ManyInCommon = 0.5;

    /// <summary>"green", "yellow" or "red".</summary>
    internal string Light => Overlap < FewInCommon ? "green" : Overlap < ManyInCommon ? "yellow" : "red";

    /// <summary>Every pair of phases that are both labelled.</summary>
    internal static IReadOnlyList<PhaseSeparability> OfAll(GreyHistograms histograms) =>
        [.. from first in histograms.Phases from second in histograms.Phases where first < second select Of(first, second, histograms[first], histograms[second])];

    private static PhaseSeparability Of(int first, int second, IReadOnlyList<long> p, IReadOnlyList<long> q)
    {
        var (pTotal, qTotal) = ((double)p.Sum(), (double)q.Sum());
        double common = 0, below = 0, brighter = 0;
        for (var bin = 0; bin < p.Count; bin++)
        {
            var (inP, inQ) = (p[bin] / pTotal, q[bin] / qTotal);
            common += Math.Min(inP, inQ);
            // Within one bin either is as likely the brighter.
            brighter += inQ * (below + (inP / 2));
            below += inP;
        }
        return new PhaseSeparability(first, second, common, Math.Max(brighter, 1 - brighter));
    }
}

/// <summary>Histograms of the normalised grey values of each phase.</summary>
internal sealed class GreyHistograms
{
    internal const int Bins = 200;

    // In standard deviations, for those normalisations that have such; further out is counted at the ends.
    private const float Range = 5;

    private readonly long[][] _counts;

    internal GreyHistograms(TrainingData data)
    {
        _counts = [.. data.Phases.Select(_ => new long[Bins])];
        foreach (var volume in data.Training)
        {
            foreach (var z in volume.LabelledSlices)
            {
                var (grey, labels) = (volume.Plane(z), volume.Labels[z]!);
                for (var i = 0; i < volume.TrainingRows * volume.Width; i++)
                {
                    if (labels[i] != LabelVolume.Unlabelled)
                        _counts[labels[i]][Math.Clamp((int)((grey[i] + Range) * (Bins / (2 * Range))), 0, Bins - 1)]++;
                }
            }
        }
    }

    /// <summary>The labels that occur.</summary>
    internal IEnumerable<int> Phases => Enumerable.Range(0, _counts.Length).Where(label => _counts[label].Any(count => count > 0));

    /// <summary>Counts of one phase.</summary>
    internal IReadOnlyList<long> this[int label] => _counts[label];

    /// <summary>The grey value in the middle of a bin.</summary>
    internal static double Centre(int bin) => ((bin + 0.5) * 2 * Range / Bins) - Range;
}
