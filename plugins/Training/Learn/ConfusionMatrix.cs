using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Counts voxels by true and predicted phase; unlabelled voxels are left out.</summary>
internal sealed class ConfusionMatrix(int phases)
{
    private readonly long[,] _counts = new long[phases, phases];

    internal void Add(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> predicted)
    {
        for (var i = 0; i < truth.Length; i++)
        {
            if (truth[i] != LabelVolume.Unlabelled)
                _counts[truth[i], predicted[i]]++;
        }
    }

    /// <summary>Share of voxels with the right phase.</summary>
    internal double Accuracy()
    {
        long right = 0, all = 0;
        for (var truth = 0; truth < phases; truth++)
        {
            right += _counts[truth, truth];
            for (var predicted = 0; predicted < phases; predicted++)
                all += _counts[truth, predicted];
        }
        return (double)right / all;
    }

    /// <summary>Intersection over union of every phase; null for a phase that is neither there nor predicted.</summary>
    internal double?[] IntersectionsOverUnion()
    {
        var result = new double?[phases];
        for (var phase = 0; phase < phases; phase++)
        {
            long union = -_counts[phase, phase];
            for (var other = 0; other < phases; other++)
                union += _counts[phase, other] + _counts[other, phase];
            result[phase] = union > 0 ? (double)_counts[phase, phase] / union : null;
        }
        return result;
    }
}
