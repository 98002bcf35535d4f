using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>How two sets of voxels become one.</summary>
internal enum Combination
{
    /// <summary>What is in either.</summary>
    Union,

    /// <summary>What is in both.</summary>
    Intersection,

    /// <summary>What is in the first and not in the second.</summary>
    Difference,

    /// <summary>What is in one of them only.</summary>
    ExclusiveOr,

    /// <summary>What is in the second.</summary>
    Copy,

    /// <summary>What is not in the first.</summary>
    Invert,
}

/// <summary>The parameters of combine.labels.</summary>
internal sealed record CombineParameters : EditParameters
{
    [Parameter("Phase", PhasesOf = "in", Help = "The phase of 'in' that changes, by name or value. One that is not there yet is added, with nothing in it.")]
    public string Phase { get; init; } = "";

    [Parameter("How", Help = "Union: what is in either. Intersection: in both. Difference: in the first, not in the second. Exclusive or: in one only. Copy: what is in the second. Invert: what is not in the first.")]
    public Combination How { get; init; }

    [Parameter("With", PhasesOf = "other", ManyPhases = true, MoreThanPhases = "unlabelled,all", Help = "The phases that are the second set, by name or value with commas between, 'unlabelled' and 'all' among them; of 'other' where that is given, else of 'in'.")]
    public string With { get; init; } = "";

    [Parameter("Replace by", PhasesOf = "in", MoreThanPhases = "unlabelled", Help = "What voxels get that the phase loses: 'unlabelled', or the name of a phase.")]
    public string ReplaceBy { get; init; } = "unlabelled";
}

/// <summary>combine.labels: set operations between a phase and phases of the same or another layer.</summary>
internal static class CombineOperation
{
    private const string OtherInput = "other";

    public static Operation<CombineParameters> Create() => EditOperation.Create<CombineParameters>("combine.labels", "Combine phases",
        "Makes a phase the union, intersection or difference of itself and phases of the same or another layer, a copy of these, or all that it was not.", Run,
        more: new OperationInput(OtherInput, InputKind.Labels, "The layer of the second set; none for the same.") { Optional = true });

    private static LabelVolume Run(LabelEdit edit, CombineParameters parameters)
    {
        if (string.IsNullOrWhiteSpace(parameters.Phase))
            edit.Phase(parameters.Phase, "phase");
        var other = edit.Other(OtherInput) ?? edit.Layer;
        var second = PhaseSet.Parse(parameters.With, other.Phases);
        if (second is null && parameters.How != Combination.Invert)
            throw new UserException($"--with is missing: name phases of '{other.Name}': {string.Join(", ", other.Phases.Select(each => each.Name))}, or 'unlabelled'.");
        var table = PhaseSet.WithPhase(edit.Phases, parameters.Phase.Trim(), other.Phases.FirstOrDefault(each => each.Name == parameters.With.Trim())?.Color);
        var phase = (byte)table.Find(parameters.Phase.Trim());
        if (Replacement.Parse(parameters.ReplaceBy, table).Label is not { } lost)
            throw new UserException("--replace-by: give 'unlabelled' or the name of a phase.");
        return edit.Map("combining", (z, before, after) =>
        {
            var others = other.Labels.Slice(z);
            for (var i = 0; i < before.Length; i++)
            {
                var (one, two) = (before[i] == phase, second is not null && second[others[i]]);
                var isIn = parameters.How switch
                {
                    Combination.Union => one | two,
                    Combination.Intersection => one & two,
                    Combination.Difference => one & !two,
                    Combination.ExclusiveOr => one ^ two,
                    Combination.Copy => two,
                    _ => !one,
                };
                after[i] = isIn ? phase : one ? lost : before[i];
            }
        }, table);
    }
}
