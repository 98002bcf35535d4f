using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>A phase with the labels it has in the two volumes; none where a volume does not know it.</summary>
internal readonly record struct MatchedPhase(string Name, long FileValue, int? Label, int? ReferenceLabel);

/// <summary>How the phases of two volumes are told to be the same.</summary>
internal enum PhaseMatching
{
    /// <summary>By file values if both volumes have the same, else by names if they have the same.</summary>
    Auto,

    /// <summary>By file values; a phase that only one volume has is absent from the other.</summary>
    FileValues,

    /// <summary>By names; a phase that only one volume has is absent from the other.</summary>
    Names,

    /// <summary>The first with the first, the second with the second …</summary>
    Order,
}

/// <summary>Finds the phases of one volume in another.</summary>
internal static class PhaseMatch
{
    /// <summary>The matched phases, in the order of the reference; then those that only the other volume has.</summary>
    /// <exception cref="UserException">The phases cannot be matched this way; the message lists both tables.</exception>
    public static IReadOnlyList<MatchedPhase> Match(PhaseTable phases, PhaseTable reference, PhaseMatching matching)
    {
        switch (matching)
        {
            case PhaseMatching.FileValues:
                return By(phase => phase.FileValue);
            case PhaseMatching.Names:
                return By(Name);
            case PhaseMatching.Order when phases.Count == reference.Count:
                return [.. reference.Select((phase, label) => new MatchedPhase(phase.Name, phase.FileValue, label, label))];
            case PhaseMatching.Order:
                throw Fault($"There are {phases.Count} phases against {reference.Count} in the reference, so they cannot be matched in order");
        }
        if (phases.Select(phase => phase.FileValue).ToHashSet().SetEquals(reference.Select(phase => phase.FileValue)))
            return By(phase => phase.FileValue);
        if (phases.Select(Name).ToHashSet().SetEquals(reference.Select(Name)))
            return By(Name);
        throw Fault("The two volumes have neither the same file values nor the same phase names");

        IReadOnlyList<MatchedPhase> By<TKey>(Func<Phase, TKey> key) where TKey : notnull
        {
            var labels = phases.Index().ToDictionary(pair => key(pair.Item), pair => pair.Index);
            var known = reference.Select(key).ToHashSet();
            return
            [
                .. reference.Select((phase, label) => new MatchedPhase(phase.Name, phase.FileValue,
                    labels.TryGetValue(key(phase), out var found) ? found : null, label)),
                .. phases.Index().Where(pair => !known.Contains(key(pair.Item)))
                    .Select(pair => new MatchedPhase(NameApart(pair.Item), pair.Item.FileValue, pair.Index, null)),
            ];
        }

        // By file values, a phase that only this volume has may bear the name of another one of the reference.
        string NameApart(Phase phase) => reference.Any(other => Name(other) == Name(phase)) ? $"{phase.Name} (in)" : phase.Name;

        UserException Fault(string what) => new($"{what}.\n  in:        {List(phases)}\n  reference: {List(reference)}\n"
            + "Choose with --match how to pair them: order (first with first), file-values or names (a phase of one volume alone is absent from the other).");
    }

    /// <summary>The place of a phase among the matched ones, by its name or file value.</summary>
    /// <exception cref="UserException">There is none; the message lists the phases.</exception>
    public static int Find(IReadOnlyList<MatchedPhase> matched, string nameOrFileValue)
    {
        for (var i = 0; i < matched.Count; i++)
        {
            if (string.Equals(matched[i].Name, nameOrFileValue, StringComparison.OrdinalIgnoreCase)
                || (long.TryParse(nameOrFileValue, out var value) && matched[i].FileValue == value))
                return i;
        }
        throw new UserException($"There is no phase '{nameOrFileValue}' to compare against the rest; there are: "
            + string.Join(", ", matched.Select(phase => $"{phase.Name} ({phase.FileValue})")) + ".");
    }

    private static string Name(Phase phase) => phase.Name.ToUpperInvariant();

    private static string List(PhaseTable phases) => string.Join(", ", phases.Select(phase => $"{phase.Name} ({phase.FileValue})"));
}
