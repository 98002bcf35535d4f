namespace VolumeViewer.Plugins.Training.Run;

/// <summary>How a run went so far: the loss of every step, and the epochs.</summary>
internal sealed class TrainingHistory
{
    private readonly List<float> _losses = [];
    private readonly List<EpochRecord> _epochs = [];

    /// <summary>The loss of each step done.</summary>
    internal IReadOnlyList<float> Losses => _losses;

    /// <summary>The epochs done.</summary>
    internal IReadOnlyList<EpochRecord> Epochs => _epochs;

    /// <summary>The epoch with the best mean IoU, the later of equals; null before the first epoch ends.</summary>
    internal EpochRecord? Best { get; private set; }

    /// <summary>Time spent in earlier sittings of a resumed run.</summary>
    internal double EarlierSeconds { get; init; }

    internal void AddLoss(float loss) => _losses.Add(loss);

    /// <summary>Adds an epoch, and tells whether it is the best so far.</summary>
    internal bool AddEpoch(EpochRecord epoch)
    {
        _epochs.Add(epoch);
        if (Best is not null && epoch.MeanIntersectionOverUnion < Best.MeanIntersectionOverUnion)
            return false;
        Best = epoch;
        return true;
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
