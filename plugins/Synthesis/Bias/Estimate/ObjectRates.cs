using VolumeViewer.Plugins.Synthesis.Bias.Annotate;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Estimate;

/// <summary>Objects of one labelling, slice by slice, that another does not have, by their size; and phases taken for others away from all boundaries.</summary>
internal sealed class ObjectRates
{
    private readonly int[] _limits;

    private ObjectRates(int phases, int missedBelow)
    {
        _limits = [.. ((int[])[4, 10, missedBelow, 100, 1000]).Distinct().Order(), int.MaxValue];
        (Objects, Missed, Deep) = (new long[_limits.Length], new long[_limits.Length], new long[phases, phases]);
    }

    /// <summary>The size that each class lies below.</summary>
    internal IReadOnlyList<int> Limits => _limits;

    /// <summary>Objects by class of size.</summary>
    internal long[] Objects { get; }

    /// <summary>Those among them that are missed.</summary>
    internal long[] Missed { get; }

    /// <summary>Voxels away from all boundaries, by their phase (row) and that of the other labelling (column).</summary>
    internal long[,] Deep { get; }

    /// <summary>Compares the slices.</summary>
    /// <param name="labels">Whose objects are looked for.</param>
    /// <param name="other">Where they are looked for.</param>
    /// <param name="slices">Those that both label.</param>
    /// <param name="parameters">What is small, and found.</param>
    /// <param name="deep">How far from all boundaries a voxel must be to count as deep, in voxels.</param>
    internal static ObjectRates Of(LabelVolume labels, LabelVolume other, IReadOnlyList<int> slices, EstimateParameters parameters, int deep)
    {
        var rates = new ObjectRates(labels.Phases.Count, parameters.MissedBelow);
        Parallel.ForEach(slices, z => rates.Add(labels, other, z, parameters, deep));
        return rates;
    }

    /// <summary>Share of the objects below a size that are missed; NaN where there are none.</summary>
    internal double MissedShare(int below)
    {
        var classes = Enumerable.Range(0, _limits.Length).Where(index => _limits[index] <= below).ToList();
        return classes.Sum(index => Missed[index]) / (double)classes.Sum(index => Objects[index]);
    }

    private void Add(LabelVolume labels, LabelVolume other, int z, EstimateParameters parameters, int deep)
    {
        var objects = PhaseObjects.Find(labels, z, z);
        var (same, known) = (new long[objects.Sizes.Length], new long[objects.Sizes.Length]);
        var isSmall = new bool[labels.Shape.SliceLength];
        objects.ForEachRun((index, slice, start, length) =>
        {
            var found = other.Slice(slice).Slice(start, length);
            same[index] += found.Count(objects.Phases[index]);
            known[index] += length - found.Count(LabelVolume.Unlabelled);
            isSmall.AsSpan(start, length).Fill(objects.Sizes[index] < parameters.MissedBelow);
        });
        var inside = Inside.Of(labels, z, 0, deep, deep);
        lock (_limits)
        {
            for (var index = 0; index < same.Length; index++)
            {
                if (known[index] < objects.Sizes[index])
                    continue;
                var size = Array.FindIndex(_limits, limit => objects.Sizes[index] < limit);
                Objects[size]++;
                Missed[size] += same[index] < parameters.FoundShare * objects.Sizes[index] ? 1 : 0;
            }
            var own = labels.Slice(z);
            var others = other.Slice(z);
            for (var i = 0; i < own.Length; i++)
            {
                if (inside[i] && !isSmall[i] && own[i] != LabelVolume.Unlabelled && others[i] != LabelVolume.Unlabelled)
                    Deep[own[i], others[i]]++;
            }
        }
    }
}
