using VolumeViewer.Plugins.Training.Data;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>
/// Chooses the patches of each epoch. A round lays a grid over the training rows of every labelled slice (of every volume, for networks on volumes),
/// displaced at random, so that every labelled voxel is in a patch of every round while the patches' borders fall elsewhere each time; an epoch is one
/// or more rounds, and if it is wished some patches more around voxels of phases drawn evenly, so that rare ones are not overlooked.
/// </summary>
internal sealed class PatchSampler
{
    // With fewer, validating would cost more than training, and the curves would be all noise.
    private const int LeastSteps = 40;

    private readonly IReadOnlyList<TrainingVolume> _volumes;
    private readonly PatchShape _shape;
    private readonly int _seed;
    private readonly double _evenShare;
    private readonly PhaseCentres? _centres;

    /// <param name="volumes">Of which every labelled voxel is covered.</param>
    /// <param name="shape">Of the patches.</param>
    /// <param name="batchSize">Patches in a step.</param>
    /// <param name="stepsPerEpoch">Steps in an epoch, or 0 for as many whole rounds as make at least 40.</param>
    /// <param name="seed">Of the run.</param>
    /// <param name="evenShare">Of the patches, those centred on voxels of phases drawn evenly; below 1.</param>
    internal PatchSampler(IReadOnlyList<TrainingVolume> volumes, PatchShape shape, int batchSize, int stepsPerEpoch, int seed, double evenShare = 0)
    {
        (_volumes, _shape, BatchSize, _seed, _evenShare) = (volumes, shape, batchSize, seed, evenShare);
        _centres = evenShare > 0 ? new PhaseCentres(volumes) : null;
        // Where little is labelled, most places of the grid are left out, so one round is laid to see how many patches it has.
        var patchesPerRound = Round(RandomSource.For(seed, RandomSource.Purpose.Patches, -1)).Count;
        var rounds = Math.Max(1, ((LeastSteps * batchSize) + patchesPerRound - 1) / patchesPerRound);
        var covering = rounds * patchesPerRound;
        StepsPerEpoch = stepsPerEpoch > 0 ? stepsPerEpoch
            : evenShare > 0 ? (int)Math.Ceiling(Math.Ceiling(covering / (1 - evenShare)) / batchSize) : (covering + batchSize - 1) / batchSize;
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
        var covering = count - (int)(count * _evenShare);
        var patches = new List<PatchOrigin>(count);
        while (patches.Count < covering)
        {
            var round = Round(random);
            random.Shuffle(round);
            patches.AddRange(round);
        }
        patches = patches.GetRange(0, covering);
        if (_centres is null || covering == count)
            return patches;
        while (patches.Count < count)
            patches.Add(_centres.Draw(_shape, random));
        random.Shuffle(patches);
        return patches;
    }

    private List<PatchOrigin> Round(RandomSource random)
    {
        var patches = new List<PatchOrigin>();
        for (var i = 0; i < _volumes.Count; i++)
        {
            if (_shape.IsBlock)
                AddGrid(patches, i, Origins(_volumes[i].Depth, _shape.Depth, random), random);
            else
            {
                foreach (var z in _volumes[i].LabelledSlices)
                    AddGrid(patches, i, [z], random);
            }
        }
        return patches;
    }

    private void AddGrid(List<PatchOrigin> patches, int i, int[] slices, RandomSource random)
    {
        var volume = _volumes[i];
        var columns = Origins(volume.Width, _shape.Edge, random);
        var rows = Origins(volume.TrainingRows, _shape.Edge, random);
        foreach (var z in slices)
        {
            foreach (var y in rows)
            {
                // A patch without any label would teach nothing.
                patches.AddRange(columns.Where(x => HasLabels(volume, z, y, x)).Select(x => new PatchOrigin(i, z, y, x)));
            }
        }
    }

    /// <summary>Where patches begin along an axis: there are at least a quarter of a patch more than it takes to cover it, as room for displacing them.</summary>
    private static int[] Origins(int length, int patch, RandomSource random)
    {
        if (length <= patch)
            return [(length - patch) / 2];
        var count = (length + (patch / 4) + patch - 1) / patch;
        // The patches reach beyond the slice by this much in all: at either end by no more than three quarters of a patch.
        var (beyond, most) = ((count * patch) - length, patch * 3 / 4);
        var least = Math.Max(0, beyond - most);
        var shift = least + random.NextInt(Math.Min(beyond, most) - least + 1);
        // Not pushed back into the slice, where its beginning and end would always be cut at the same place: what lies beyond is mirrored.
        return [.. Enumerable.Range(0, count).Select(i => (i * patch) - shift)];
    }

    private bool HasLabels(TrainingVolume volume, int z, int y, int x)
    {
        var (left, right) = (Math.Max(0, x), Math.Min(volume.Width, x + _shape.Edge));
        for (var slice = Math.Max(0, z); slice < Math.Min(volume.Depth, z + _shape.Depth); slice++)
        {
            if (volume.Labels[slice] is not { } labels)
                continue;
            for (var row = Math.Max(0, y); row < Math.Min(volume.TrainingRows, y + _shape.Edge); row++)
            {
                if (labels.AsSpan((row * volume.Width) + left, right - left).ContainsAnyExcept(Sdk.LabelVolume.Unlabelled))
                    return true;
            }
        }
        return false;
    }
}
