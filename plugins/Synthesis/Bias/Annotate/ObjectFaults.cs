using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>The objects that an annotator misses, and those taken for another phase, whole or in patches.</summary>
internal sealed class ObjectFaults
{
    private readonly AnnotatorParameters _parameters;
    private readonly IReadOnlyList<PairValue> _swaps;
    private readonly Annotator _annotator;
    private readonly LabelVolume _truth;

    /// <exception cref="UserException">The swaps are of another form, or more than the whole of a phase is swapped.</exception>
    internal ObjectFaults(AnnotatorParameters parameters, Annotator annotator, LabelVolume truth)
    {
        (_parameters, _annotator, _truth) = (parameters, annotator, truth);
        _swaps = PairValues.Parse("swaps", parameters.Swaps, truth.Phases);
        foreach (var group in _swaps.GroupBy(swap => swap.First))
        {
            if (group.Any(swap => swap.Mean is < 0 or > 1) || group.Sum(swap => swap.Mean) > 1)
                throw new UserException($"--swaps: shares of {truth.Phases[group.Key].Name} must be from 0 to 1, and 1 at most together.");
        }
    }

    /// <summary>Small objects that there were, and that were missed.</summary>
    internal (long All, long Missed) Small { get; private set; }

    /// <summary>Voxels that were taken for another phase.</summary>
    internal long SwappedVoxels { get; private set; }

    private bool IsNeeded => _parameters.Missed > 0 || _swaps.Any(swap => swap.Mean > 0);

    /// <summary>Writes the faults into labels that are those of the truth; slices that are not given are left as they are.</summary>
    internal void Apply(LabelVolume labels, IReadOnlyList<int> slices, CancellationToken cancellationToken)
    {
        if (!IsNeeded)
            return;
        if (!_parameters.SliceBySlice)
        {
            Add(Apply(labels, 0, labels.Shape.Depth - 1));
            return;
        }
        var parts = new (long All, long Missed, long Swapped)[slices.Count];
        Parallel.For(0, slices.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => parts[i] = Apply(labels, slices[i], slices[i]));
        foreach (var part in parts)
            Add(part);

        void Add((long All, long Missed, long Swapped) part)
        {
            Small = (Small.All + part.All, Small.Missed + part.Missed);
            SwappedVoxels += part.Swapped;
        }
    }

    private (long All, long Missed, long Swapped) Apply(LabelVolume labels, int first, int last)
    {
        var objects = PhaseObjects.Find(_truth, first, last);
        var count = objects.Sizes.Length;
        var (random, swapped) = (_annotator.Random(Purpose.Missed), _annotator.Random(Purpose.SwappedObjects));
        var whole = new byte[count];
        Array.Fill(whole, LabelVolume.Unlabelled);
        var isSmall = new bool[count];
        var isMissed = new bool[count];
        var patch = _parameters.SliceBySlice ? Math.PI / 4 * Math.Pow(_parameters.SwapLength, 2) : Math.PI / 6 * Math.Pow(_parameters.SwapLength, 3);
        for (var i = 0; i < count; i++)
        {
            isSmall[i] = objects.Sizes[i] < _parameters.MissedBelow;
            isMissed[i] = isSmall[i] && random.Uniform(objects.FirstVoxels[i]) < _parameters.Missed;
            if (!isMissed[i] && objects.Sizes[i] <= patch)
                whole[i] = Choose(objects.Phases[i], swapped.Uniform(objects.FirstVoxels[i]));
        }
        var around = objects.Surroundings(index => isMissed[index]);
        long voxels = 0;
        objects.ForEachRun((index, z, start, length) =>
        {
            var label = isMissed[index] ? around[index] : whole[index];
            if (label == LabelVolume.Unlabelled)
                return;
            labels.Slice(z).Slice(start, length).Fill(label);
            voxels += isMissed[index] ? 0 : length;
        });
        var isPatched = new bool[count];
        for (var i = 0; i < count; i++)
            isPatched[i] = !isMissed[i] && objects.Sizes[i] > patch;
        voxels += SwapPatches(labels, objects, isPatched, first, last);
        return (isSmall.LongCount(small => small), isMissed.LongCount(missed => missed), voxels);
    }

    // The share of the phase to be swapped is where a random field is highest.
    private long SwapPatches(LabelVolume labels, PhaseObjects objects, bool[] isPatched, int first, int last)
    {
        long voxels = 0;
        var (shape, length) = (labels.Shape, _parameters.SwapLength);
        for (var pair = 0; pair < _swaps.Count; pair++)
        {
            var swap = _swaps[pair];
            if (swap.Mean <= 0)
                continue;
            // Of what the pairs before have left of the phase.
            var before = _swaps.Take(pair).Where(each => each.First == swap.First).Sum(each => each.Mean);
            var threshold = (float)NormalDistribution.Quantile(1 - (swap.Mean / (1 - before)));
            var along = _parameters.SliceBySlice ? GaussianField.IndependentSlices : length * labels.Spacing.X / labels.Spacing.Z;
            var field = _annotator.Field(Purpose.SwappedPatches, shape, along, length * labels.Spacing.X / labels.Spacing.Y, length, pair);
            var fields = new float[last - first + 1][];
            Parallel.For(first, last + 1, z => field.Fill(z, fields[z - first] = new float[shape.SliceLength]));
            objects.ForEachRun((index, z, start, run) =>
            {
                if (!isPatched[index] || objects.Phases[index] != swap.First)
                    return;
                var values = fields[z - first];
                var slice = labels.Slice(z);
                for (var i = start; i < start + run; i++)
                {
                    if (values[i] > threshold && slice[i] == swap.First)
                    {
                        slice[i] = (byte)swap.Second;
                        voxels++;
                    }
                }
            });
        }
        return voxels;
    }

    private byte Choose(byte phase, double uniform)
    {
        foreach (var swap in _swaps)
        {
            if (swap.First != phase)
                continue;
            if (uniform < swap.Mean)
                return (byte)swap.Second;
            uniform -= swap.Mean;
        }
        return LabelVolume.Unlabelled;
    }
}
