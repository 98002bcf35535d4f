using System.Collections;
using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>The phases of a <see cref="LabelVolume"/>: label n is the n-th phase. Immutable.</summary>
/// <remarks>
/// Label 0 is a phase like the others (often the pore). Files may use any values for their phases (0 / 85 / 170, say):
/// those are kept as <see cref="Phase.FileValue"/>, so that what is written back has the values that were read.
/// </remarks>
public sealed class PhaseTable : IReadOnlyList<Phase>, IEquatable<PhaseTable>
{
    /// <summary>The most phases a table can hold: labels are bytes, and 255 means unlabelled.</summary>
    public const int MaxCount = 255;

    private static readonly ImmutableArray<Rgba> Palette =
    [
        // Each is as far as can be from all before it, for people who see all colours and for those who lack one kind of cones (Machado, Oliveira and
        // Fernandes 2009), and light enough for the viewer's dark ground.
        Rgba.Parse("#3b5b7e"), Rgba.Parse("#e8a33d"), Rgba.Parse("#a0e8d0"), Rgba.Parse("#884028"), Rgba.Parse("#8870e8"),
        Rgba.Parse("#d0a0e8"), Rgba.Parse("#e8e8a0"), Rgba.Parse("#a0a070"), Rgba.Parse("#887070"), Rgba.Parse("#b87028"),
    ];

    private readonly ImmutableArray<Phase> _phases;

    /// <exception cref="ArgumentException">There is no phase, more than <see cref="MaxCount"/>, or two share a name or a file value.</exception>
    public PhaseTable(IEnumerable<Phase> phases)
    {
        _phases = [.. phases];
        if (_phases.Length is 0 or > MaxCount)
            throw new ArgumentException($"A phase table holds 1 to {MaxCount} phases, got {_phases.Length}.", nameof(phases));
        if (_phases.GroupBy(phase => phase.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } sameName)
            throw new ArgumentException($"Two phases are named '{sameName.Key}'; give each its own name.", nameof(phases));
        if (_phases.GroupBy(phase => phase.FileValue).FirstOrDefault(group => group.Count() > 1) is { } sameValue)
            throw new ArgumentException($"Two phases have the file value {sameValue.Key}; give each its own.", nameof(phases));
    }

    /// <inheritdoc/>
    public int Count => _phases.Length;

    /// <summary>The phase of a label.</summary>
    public Phase this[int label] => _phases[label];

    /// <summary>Phases "phase 1", "phase 2" … with the default colours.</summary>
    /// <param name="fileValues">One per phase, in the order of the labels.</param>
    public static PhaseTable ForFileValues(IEnumerable<long> fileValues) =>
        new(fileValues.Select((value, label) => new Phase($"phase {value}", DefaultColor(label), value)));

    /// <summary>Phases with file values 0, 1, 2 … and the default colours.</summary>
    public static PhaseTable Numbered(int count) => ForFileValues(Enumerable.Range(0, count).Select(value => (long)value));

    /// <summary>Named phases with file values 0, 1, 2 … and the default colours.</summary>
    public static PhaseTable Named(params IEnumerable<string> names) =>
        new(names.Select((name, label) => new Phase(name, DefaultColor(label), label)));

    /// <summary>The colour a label has until the user picks another.</summary>
    public static Rgba DefaultColor(int label) => Palette[label % Palette.Length];

    /// <summary>The same table with one phase changed.</summary>
    public PhaseTable With(int label, Phase phase) => new(_phases.SetItem(label, phase));

    /// <summary>The label of the phase of this name or, if the text is a number, of this file value.</summary>
    /// <exception cref="UserException">There is none; the message lists the phases.</exception>
    public int Find(string nameOrFileValue)
    {
        for (var label = 0; label < Count; label++)
        {
            if (string.Equals(_phases[label].Name, nameOrFileValue, StringComparison.OrdinalIgnoreCase)
                || (long.TryParse(nameOrFileValue, out var value) && _phases[label].FileValue == value))
                return label;
        }
        throw new UserException($"There is no phase '{nameOrFileValue}'; there are: "
            + string.Join(", ", _phases.Select(phase => $"{phase.Name} ({phase.FileValue})")) + ".");
    }

    /// <inheritdoc/>
    public bool Equals(PhaseTable? other) => other is not null && _phases.SequenceEqual(other._phases);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PhaseTable);

    /// <inheritdoc/>
    public override int GetHashCode() => _phases.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<Phase> GetEnumerator() => ((IEnumerable<Phase>)_phases).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
