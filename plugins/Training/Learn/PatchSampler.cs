using VolumeViewer.Plugins.Training.Data;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>
/// Chooses the patches of each epoch. A round lays a grid over the training rows of every slice, displaced at random, so that every voxel is in a patch
/// of every round while the patches' borders fall elsewhere each time; an epoch is one or more rounds.
/// </summary>
internal sealed class PatchSampler
{
    // With fewer, validating would cost more than training, and the curves would be all noise.
    private const int LeastSteps = 40;

    private readonly IReadOnlyList<TrainingSlice> _slices;
    private readonly int _patchSize;
    private readonly int _seed;
    private readonly int _patchesPerRound;

    /// <param name="slices">The slices to cover.</param>
    /// <param name="patchSize">Edge of the patches.</param>
    /// <param name="batchSize">Patches in a step.</param>
    /// <param name="stepsPerEpoch">Steps in an epoch, or 0 for as many whole rounds as make at least 40.</param>
    /// <param name="seed">Of the run.</param>
    internal PatchSampler(IReadOnlyList<TrainingSlice> slices, int patchSize, int batchSize, int stepsPerEpoch, int seed)
    {
        (_slices, _patchSize, BatchSize, _seed) = (slices, patchSize, batchSize, seed);
        _patchesPerRound = slices.Sum(slice => Count(slice.TrainingRows) * Count(slice.Width));
        var rounds = Math.Max(1, ((LeastSteps * batchSize) + _patchesPerRound - 1) / _patchesPerRound);
        StepsPerEpoch = stepsPerEpoch > 0 ? stepsPerEpoch : ((rounds * _patchesPerRound) + batchSize - 1) / batchSize;
    }

    /// <summary>Patches in a step.</summary>
    internal int BatchSize { get; }

    /// <summary>Steps in an epoch.</summary>
    internal int StepsPerEpoch { get; }

    /// <summary>The patches of an epoch in the order of training. Depends on nothing but the seed and the epoch.</summary>
    internal IReadOnlyList<PatchOrigin> Epoch(int epoch)
    {
        var random = RandomSource.For(_seed, RandomSource.Purpose.Patches, epoch);
        var count = StepsPerEpoch * BatchSize;
        var patches = new List<PatchOrigin>(count + _patchesPerRound);
        while (patches.Count < count)
        {
            var round = Round(random);
            random.Shuffle(round);
            patches.AddRange(round);
        }
        return patches.GetRange(0, count);
    }

    private List<PatchOrigin> Round(RandomSource random)
    {
        var patches = new List<PatchOrigin>(_patchesPerRound);
        for (var i = 0; i < _slices.Count; i++)
        {
            var slice = _slices[i];
            var columns = Origins(slice.Width, random);
            foreach (var y in Origins(slice.TrainingRows, random))
            {
                // A patch without any label would teach nothing.
                patches.AddRange(columns.Where(x => HasLabels(slice, y, x)).Select(x => new PatchOrigin(i, y, x)));
            }
        }
        return patches;
    }

    /// <summary>Patches along an axis: at least a quarter of a patch more than it takes to cover it, as room for displacing them.</summary>
    private int Count(int length) => length <= _patchSize ? 1 : (length + (_patchSize / 4) + _patchSize - 1) / _patchSize;

    private int[] Origins(int length, RandomSource random)
    {
        var count = Count(length);
        if (count == 1)
            return [(length - _patchSize) / 2];
        // The patches reach beyond the slice by this much in all: at either end by no more than three quarters of a patch.
        var (beyond, most) = ((count * _patchSize) - length, _patchSize * 3 / 4);
        var least = Math.Max(0, beyond - most);
        var shift = least + random.NextInt(Math.Min(beyond, most) - least + 1);
        // Not pushed back into the slice, where its beginning and end would always be cut at the same place: what lies beyond is mirrored.
        return [.. Enumerable.Range(0, count).Select(i => (i * _patchSize) - shift)];
    }

    private bool HasLabels(TrainingSlice slice, int y, int x)
    {
        var (left, right) = (Math.Max(0, x), Math.Min(slice.Width, x + _patchSize));
        for (var row = Math.Max(0, y); row < Math.Min(slice.TrainingRows, y + _patchSize); row++)
        {
            if (slice.Labels.AsSpan((row * slice.Width) + left, right - left).ContainsAnyExcept(Sdk.LabelVolume.Unlabelled))
                return true;
        }
        return false;
    }
}
