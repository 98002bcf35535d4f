using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Some of the phases, as a user writes them.</summary>
internal static class PhaseSet
{
    private const string UnlabelledWord = "unlabelled", AllWord = "all";

    /// <summary>A mark for every label that is in the set.</summary>
    /// <param name="text">Names or values with commas between; "unlabelled" and "all" (every phase) have that meaning.</param>
    /// <param name="phases">The phases there are.</param>
    /// <returns>256 marks, or null where the text is empty.</returns>
    /// <exception cref="UserException">A phase is not there.</exception>
    public static bool[]? Parse(string text, PhaseTable phases)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0)
            return null;
        var marks = new bool[LabelVolume.Unlabelled + 1];
        foreach (var name in names)
        {
            if (IsUnlabelled(name))
                marks[LabelVolume.Unlabelled] = true;
            else if (name.Equals(AllWord, StringComparison.OrdinalIgnoreCase))
                marks.AsSpan(0, phases.Count).Fill(true);
            else
                marks[phases.Find(name)] = true;
        }
        return marks;
    }

    /// <summary>The same, every phase where the text is empty.</summary>
    public static bool[] ParseOrAll(string text, PhaseTable phases) => Parse(text, phases) ?? Parse(AllWord, phases)!;

    public static bool IsUnlabelled(string name) => name.Trim().Equals(UnlabelledWord, StringComparison.OrdinalIgnoreCase);

    /// <summary>The table with one more phase of this name, or the table itself where there is one.</summary>
    /// <exception cref="UserException">The table is full.</exception>
    public static PhaseTable WithPhase(PhaseTable phases, string name, Rgba? color = null)
    {
        if (phases.Any(phase => string.Equals(phase.Name, name, StringComparison.OrdinalIgnoreCase)) || (long.TryParse(name, out var value) && phases.Any(phase => phase.FileValue == value)))
            return phases;
        if (phases.Count >= PhaseTable.MaxCount)
            throw new UserException($"The labels have {phases.Count} phases already, and cannot have '{name}' too: merge some first.");
        return new PhaseTable(phases.Append(new Phase(name, color ?? PhaseTable.DefaultColor(phases.Count), phases.Max(phase => phase.FileValue) + 1)));
    }
}
