using VolumeViewer.Plugins.Training.Learn;

namespace VolumeViewer.Plugins.Training.Run;

/// <summary>How a run went so far: the loss of every step, and the epochs.</summary>
/// <param name="bestBy">What the best epoch is chosen by.</param>
internal sealed class TrainingHistory(BestBy bestBy)
{
    private readonly List<float> _losses = [];
    private readonly List<EpochRecord> _epochs = [];

    /// <summary>The loss of each step done.</summary>
    internal IReadOnlyList<float> Losses => _losses;

    /// <summary>The epochs done.</summary>
    internal IReadOnlyList<EpochRecord> Epochs => _epochs;

    /// <summary>The best epoch, the later of equals; null before the first epoch ends.</summary>
    internal EpochRecord? Best { get; private set; }

    /// <summary>
    /// Norms of the gradients of the network's stages in the last step, kept because a run can be interrupted between an epoch's last step and its end.
    /// </summary>
    internal IReadOnlyList<double> GradientNorms { get; set; } = [];

    /// <summary>Time spent in earlier sittings of a resumed run.</summary>
    internal double EarlierSeconds { get; init; }

    internal void AddLoss(float loss) => _losses.Add(loss);

    /// <summary>Adds an epoch, and tells whether it is the best so far.</summary>
    internal bool AddEpoch(EpochRecord epoch)
    {
        _epochs.Add(epoch);
        if (Best is not null && epoch.Merit(bestBy) < Best.Merit(bestBy))
            return false;
        Best = epoch;
        return true;
    }

    /// <summary>Epochs since the last one that was better than all before it.</summary>
    internal int EpochsWithoutImprovement()
    {
        var (best, since) = (double.NegativeInfinity, 0);
        foreach (var merit in _epochs.Select(epoch => epoch.Merit(bestBy)))
            (best, since) = merit > best ? (merit, 0) : (best, since + 1);
        return since;
    }

    /// <summary>How often <paramref name="patience"/> epochs in a row were not better than the best before them.</summary>
    internal int Plateaus(int patience)
    {
        var (best, since, plateaus) = (double.NegativeInfinity, 0, 0);
        foreach (var merit in _epochs.Select(epoch => epoch.Merit(bestBy)))
        {
            (best, since) = merit > best ? (merit, 0) : (best, since + 1);
            if (since < patience)
                continue;
            (since, plateaus) = (0, plateaus + 1);
        }
        return plateaus;
    }

    /// <summary>Mean loss of the last steps.</summary>
    internal double RecentLoss(int steps)
    {
        var first = Math.Max(0, _losses.Count - steps);
        double sum = 0;
        for (var i = first; i < _losses.Count; i++)
            sum += _losses[i];
        return sum / Math.Max(1, _losses.Count - first);
    }

    /// <summary>The losses as a curve of a few hundred points, each the mean of a run of steps.</summary>
    /// <param name="window">Steps in a run.</param>
    internal IEnumerable<(double Step, double Loss)> Curve(int window)
    {
        for (var first = 0; first + window <= _losses.Count; first += window)
        {
            double sum = 0;
            for (var i = first; i < first + window; i++)
                sum += _losses[i];
            yield return (first + window, sum / window);
        }
    }
}
