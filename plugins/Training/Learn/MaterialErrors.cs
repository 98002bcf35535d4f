using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>
/// How far the material properties of a prediction are from those of the labels: volume fractions, and the areas of the interfaces between phases by
/// counting the faces of voxels. Both are taken over the labelled voxels of all regions together, so that they compare the same places.
/// </summary>
internal sealed class MaterialErrors(PhaseTable phases)
{
    private readonly long[] _true = new long[phases.Count];
    private readonly long[] _predicted = new long[phases.Count];
    private readonly long[,] _trueFaces = new long[phases.Count, phases.Count];
    private readonly long[,] _predictedFaces = new long[phases.Count, phases.Count];
    private (ValidationRegion Region, int Z)? _last;
    private byte[] _lastTruth = [];
    private byte[] _lastPredicted = [];

    /// <summary>Adds a slice that was judged; between slices of one region that follow each other there are faces as well.</summary>
    internal void Add(JudgedSlice slice)
    {
        Add(slice.Truth.Span, slice.Predicted.Span, slice.Width, _last is var (region, z) && region == slice.Region && z + 1 == slice.Z);
        _last = (slice.Region, slice.Z);
    }

    /// <summary>Adds a slice.</summary>
    /// <param name="truth">Labels, x fastest; a face counts where both of its voxels are labelled.</param>
    /// <param name="predicted">Of the same voxels.</param>
    /// <param name="width">Columns.</param>
    /// <param name="followsLast">Whether it lies directly on the slice that was added last, so that there are faces between the two.</param>
    internal void Add(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> predicted, int width, bool followsLast = false)
    {
        for (var i = 0; i < truth.Length; i++)
        {
            if (truth[i] == LabelVolume.Unlabelled)
                continue;
            _true[truth[i]]++;
            _predicted[predicted[i]]++;
            if ((i + 1) % width != 0)
                AddFace(truth[i], truth[i + 1], predicted[i], predicted[i + 1]);
            if (i + width < truth.Length)
                AddFace(truth[i], truth[i + width], predicted[i], predicted[i + width]);
            if (followsLast)
                AddFace(truth[i], _lastTruth[i], predicted[i], _lastPredicted[i]);
        }
        (_lastTruth, _lastPredicted) = (truth.ToArray(), predicted.ToArray());
    }

    /// <summary>ε of each phase, as labelled and as predicted.</summary>
    internal IReadOnlyList<(double Labelled, double Predicted)> VolumeFractions()
    {
        double all = Math.Max(1, _true.Sum());
        return [.. _true.Zip(_predicted, (labelled, predicted) => (labelled / all, predicted / all))];
    }

    /// <summary>
    /// |area predicted − area labelled| of each pair of phases as a share of the area labelled; null for a pair that does not touch in the labels.
    /// </summary>
    internal IEnumerable<(int First, int Second, double? Error)> Interfaces()
    {
        foreach (var (first, second) in Pairs())
        {
            var labelled = _trueFaces[first, second];
            yield return (first, second, labelled > 0 ? Math.Abs(_predictedFaces[first, second] - labelled) / (double)labelled : null);
        }
    }

    /// <summary>All differences of areas together, as a share of all area labelled; null without any.</summary>
    internal double? AllInterfaces()
    {
        long labelled = 0, difference = 0;
        foreach (var (first, second) in Pairs())
        {
            labelled += _trueFaces[first, second];
            difference += Math.Abs(_predictedFaces[first, second] - _trueFaces[first, second]);
        }
        return labelled > 0 ? (double)difference / labelled : null;
    }

    /// <summary>As columns of the metrics.</summary>
    internal IEnumerable<KeyValuePair<string, double?>> Columns()
    {
        var fractions = VolumeFractions().Select(fraction => Math.Abs(fraction.Predicted - fraction.Labelled)).ToList();
        yield return new(EpochRecord.VolumeFractionError, fractions.Average());
        for (var phase = 0; phase < phases.Count; phase++)
            yield return new($"{EpochRecord.VolumeFractionError} {phases[phase].Name}", fractions[phase]);
        yield return new(EpochRecord.InterfaceAreaError, AllInterfaces());
        foreach (var (first, second, error) in Interfaces())
            yield return new($"{EpochRecord.InterfaceAreaError} {phases[first].Name}/{phases[second].Name}", error);
    }

    private IEnumerable<(int First, int Second)> Pairs()
    {
        for (var first = 0; first < phases.Count; first++)
        {
            for (var second = first + 1; second < phases.Count; second++)
                yield return (first, second);
        }
    }

    private void AddFace(byte truth, byte otherTruth, byte predicted, byte otherPredicted)
    {
        if (otherTruth == LabelVolume.Unlabelled)
            return;
        Count(_trueFaces, truth, otherTruth);
        Count(_predictedFaces, predicted, otherPredicted);
    }

    private static void Count(long[,] faces, byte left, byte right)
    {
        if (left < right)
            faces[left, right]++;
        else if (right < left)
            faces[right, left]++;
    }
}
