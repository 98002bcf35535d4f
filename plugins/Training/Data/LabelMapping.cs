using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Gathers the label values of all label images, and turns them into one table of phases.</summary>
internal sealed class LabelMapping
{
    private readonly SortedDictionary<long, Phase?> _values = [];
    private readonly long? _unlabelled;
    private readonly long[] _levels;

    /// <param name="unlabelled">The value of voxels that nobody labelled, if there are such.</param>
    /// <param name="levels">The values that mean phases, each voxel being given the nearest; empty where every value means one.</param>
    /// <exception cref="UserException">A level is no whole number.</exception>
    internal LabelMapping(long? unlabelled, IReadOnlyList<double> levels)
    {
        _unlabelled = unlabelled;
        if (levels.FirstOrDefault(level => level != Math.Floor(level)) is var fraction && fraction != 0)
            throw new UserException($"--label-values: {fraction} is not a label value; they are whole numbers.");
        _levels = [.. levels.Select(level => (long)level).Distinct().Order()];
    }

    /// <summary>Looks which values occur.</summary>
    /// <param name="source">Labels with their phases, if they bring such.</param>
    /// <param name="slices">Those to look at.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The slices in which something is labelled.</returns>
    /// <exception cref="UserException">These are no labels.</exception>
    internal IReadOnlyList<int> Add(LabelledSource source, IReadOnlyList<int> slices, CancellationToken cancellationToken)
    {
        var found = new IReadOnlySet<long>[slices.Count];
        try
        {
            Parallel.For(0, slices.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => found[i] = Values(source, slices[i]));
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
        var values = found.SelectMany(slice => slice).ToHashSet();
        if (values.Count > LabelVolume.MaxDistinctFileValues)
            throw TooMany(source);
        var known = source.Phases?.ToDictionary(phase => phase.FileValue);
        // Where the labels themselves name their phases, any other value means unlabelled.
        values.RemoveWhere(value => value == _unlabelled || (known is not null && !known.ContainsKey(value)));
        foreach (var value in values)
        {
            if (_values.GetValueOrDefault(value) is null)
                _values[value] = known?.GetValueOrDefault(value);
        }
        return [.. slices.Where((_, i) => found[i].Overlaps(values))];
    }

    /// <summary>The phases by ascending value.</summary>
    /// <param name="names">As the user gave them, separated by commas; empty to take those of the files, or numbers.</param>
    /// <exception cref="UserException">There are too few or too many phases, or another number of names.</exception>
    internal PhaseTable ToPhases(string names)
    {
        if (_values.Count < 2)
            throw new UserException($"The labels have {_values.Count} phase ({string.Join(", ", _values.Keys)}); "
                + "there is nothing to tell apart. Label two phases at least.");
        if (_values.Count > PhaseTable.MaxCount)
            throw new UserException($"The labels have {_values.Count} values; {PhaseTable.MaxCount} phases are the most.");
        var given = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (given.Length > 0 && given.Length != _values.Count)
            throw new UserException($"--phase-names: {given.Length} names ({string.Join(", ", given)}) for {_values.Count} phases "
                + $"(label values {string.Join(", ", _values.Keys)}); give one for each.");
        if (given.Distinct(StringComparer.OrdinalIgnoreCase).Count() < given.Length)
            throw new UserException($"--phase-names: two of {string.Join(", ", given)} are the same; give each phase its own name.");
        return new PhaseTable(_values.Select((pair, label) => new Phase(
            given.Length > 0 ? given[label] : pair.Value?.Name ?? $"phase {pair.Key}", pair.Value?.Color ?? PhaseTable.DefaultColor(label), pair.Key)));
    }

    /// <summary>Labels of one slice of values; a value of no phase becomes unlabelled.</summary>
    internal byte[] Map(ReadOnlySpan<float> values, PhaseTable phases)
    {
        var labelOf = new Dictionary<long, byte>();
        for (var label = 0; label < phases.Count; label++)
            labelOf[phases[label].FileValue] = (byte)label;
        var labels = new byte[values.Length];
        var (lastValue, lastLabel) = (float.NaN, LabelVolume.Unlabelled);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != lastValue)
            {
                lastValue = values[i];
                lastLabel = labelOf.GetValueOrDefault(Level(lastValue), LabelVolume.Unlabelled);
            }
            labels[i] = lastLabel;
        }
        return labels;
    }

    private HashSet<long> Values(LabelledSource source, int z)
    {
        var row = new float[source.Labels.Shape.SliceLength];
        source.Labels.ReadSlice(z, row);
        var values = new HashSet<long>();
        var last = float.NaN;
        foreach (var value in row)
        {
            if (value == last)
                continue;
            last = value;
            if (!float.IsFinite(value) || (_levels.Length == 0 && value != MathF.Floor(value)))
                throw new UserException($"'{source.LabelTitle}' cannot be used as labels: the voxel value {value} in slice {z} is not a label, "
                    + "for labels are whole numbers. Is this a grey image? If it was resampled, give the values that mean phases as --label-values.");
            if (values.Add(Level(value)) && values.Count > LabelVolume.MaxDistinctFileValues)
                throw TooMany(source);
        }
        return values;
    }

    private long Level(float value)
    {
        if (_levels.Length == 0 || value == _unlabelled)
            return (long)value;
        var nearest = _levels[0];
        foreach (var level in _levels)
        {
            if (Math.Abs(value - level) < Math.Abs(value - nearest))
                nearest = level;
        }
        return nearest;
    }

    private static UserException TooMany(LabelledSource source) => new($"'{source.LabelTitle}' cannot be used as labels: it has more than "
        + $"{LabelVolume.MaxDistinctFileValues} distinct values. If it was resampled, give the values that mean phases as --label-values; "
        + "else give the file with the labels.");
}
