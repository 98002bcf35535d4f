using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>What is compared of the phases of a real volume and its twin, by label. Lengths are in voxels.</summary>
/// <param name="Fractions">Shares of the labelled voxels.</param>
/// <param name="Chords">Chords along the axes.</param>
/// <param name="Covariances">See <see cref="PhaseCovariance"/>.</param>
internal sealed record StructureMeasures(double[] Fractions, Chords[] Chords, double[][] Covariances)
{
    /// <summary>Where the covariance of a phase has fallen to 1/e, or null if the volume is too small to tell.</summary>
    public double? CorrelationLength(int phase) => PhaseCovariance.Reaches(Covariances[phase], Math.Exp(-1));

    /// <summary>Measures labels.</summary>
    /// <exception cref="UserException">No voxel is labelled.</exception>
    public static StructureMeasures Of(LabelVolume labels, CancellationToken cancellationToken)
    {
        var phases = labels.Phases.Count;
        var counts = new long[phases];
        labels.ForEachSlice(z =>
        {
            for (var phase = 0; phase < phases; phase++)
                Interlocked.Add(ref counts[phase], labels.Slice(z).Count((byte)phase));
        }, cancellationToken);
        var all = counts.Sum();
        if (all == 0)
            throw new UserException("No voxel is labelled, so there is nothing to make a twin of.");
        double[] fractions = [.. counts.Select(count => count / (double)all)];
        return new StructureMeasures(fractions, [.. Enumerable.Range(0, phases).Select(phase => Imaging.Chords.Of(labels, phase, cancellationToken))],
            [.. Enumerable.Range(0, phases).Select(phase => counts[phase] == 0 || counts[phase] == all ? [1]
                : PhaseCovariance.Of(labels, phase, fractions[phase], cancellationToken))]);
    }
}
