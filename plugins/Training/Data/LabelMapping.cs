using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Gathers the label values of all label images, and turns them into one table of phases.</summary>
internal sealed class LabelMapping
{
    private readonly SortedDictionary<long, Phase?> _values = [];
    private readonly long? _unlabelled;

    /// <param name="unlabelled">The value of voxels that nobody labelled, if there are such.</param>
    internal LabelMapping(long? unlabelled) => _unlabelled = unlabelled;

    /// <summary>Looks which values occur.</summary>
    /// <exception cref="UserException">These are no labels.</exception>
    internal void Add(IVolumeSource labels, string path, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> values;
        try
        {
            values = LabelVolume.DistinctValues(labels, cancellationToken);
        }
        catch (UserException fault)
        {
            throw new UserException($"'{path}' cannot be used as labels: {fault.Message}", fault);
        }
        var known = labels.Phases?.ToDictionary(phase => phase.FileValue);
        foreach (var value in values)
        {
            // Where the file itself names its phases, any other value means unlabelled.
            if (value == _unlabelled || (known is not null && !known.ContainsKey(value)))
                continue;
            if (_values.GetValueOrDefault(value) is null)
                _values[value] = known?.GetValueOrDefault(value);
        }
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
    internal static byte[] Map(ReadOnlySpan<float> values, PhaseTable phases)
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
                lastLabel = labelOf.GetValueOrDefault((long)lastValue, LabelVolume.Unlabelled);
            }
            labels[i] = lastLabel;
        }
        return labels;
    }
}
