using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The parameters of merge.phases.</summary>
internal sealed record MergeParameters : EditParameters
{
    [Parameter("From", PhasesOf = "in", ManyPhases = true, MoreThanPhases = "unlabelled", Help = "The phases whose voxels get another, by name or value with commas between, 'unlabelled' among them.")]
    public string From { get; init; } = "";

    [Parameter("Into", PhasesOf = "in", MoreThanPhases = "unlabelled", Help = "The phase they get, by name or value, or 'unlabelled'. One that is not there yet is added.")]
    public string Into { get; init; } = "";

    [Parameter("Drop empty phases", Help = "Takes phases without voxels out of the table and numbers the others anew; their values in files stay.")]
    public bool DropEmpty { get; init; }
}

/// <summary>merge.phases: gives voxels of some phases another, and so merges phases or labels what is unlabelled.</summary>
internal static class MergeOperation
{
    public static Operation<MergeParameters> Create() => EditOperation.Create<MergeParameters>("merge.phases", "Merge or relabel phases",
        "Gives all voxels of some phases another one. Phases are merged so, and with 'unlabelled' voxels are labelled or freed.", Run);

    private static LabelVolume Run(LabelEdit edit, MergeParameters parameters)
    {
        var from = PhaseSet.Parse(parameters.From, edit.Phases);
        if (from is null && !parameters.DropEmpty)
            throw new UserException($"--from is missing: name some of the phases {string.Join(", ", edit.Phases.Select(phase => phase.Name))}, or 'unlabelled'.");
        var (table, into) = (edit.Phases, LabelVolume.Unlabelled);
        if (from is not null && !PhaseSet.IsUnlabelled(parameters.Into))
        {
            if (string.IsNullOrWhiteSpace(parameters.Into))
                throw new UserException("--into is missing: name the phase that the voxels get, or 'unlabelled'.");
            table = PhaseSet.WithPhase(table, parameters.Into.Trim());
            into = (byte)table.Find(parameters.Into.Trim());
        }
        var labelOf = new byte[LabelVolume.Unlabelled + 1];
        for (var label = 0; label < labelOf.Length; label++)
            labelOf[label] = from is not null && from[label] ? into : (byte)label;
        var merged = edit.Map("merging", (z, before, after) =>
        {
            for (var i = 0; i < before.Length; i++)
                after[i] = labelOf[before[i]];
            edit.Limits.Restore(z, before, after);
        }, table);
        return parameters.DropEmpty ? Compact(edit, merged) : merged;
    }

    private static LabelVolume Compact(LabelEdit edit, LabelVolume labels)
    {
        if (!edit.Limits.AllowAll)
            throw new UserException("Phases are dropped in the whole volume: leave --change-only, --grey-from and --grey-to empty, or --drop-empty off.");
        var isUsed = new bool[LabelVolume.Unlabelled + 1];
        labels.ForEachSlice(z =>
        {
            foreach (var label in labels.Slice(z))
                isUsed[label] = true;
        }, edit.Token);
        var kept = Enumerable.Range(0, labels.Phases.Count).Where(label => isUsed[label]).ToList();
        // A table needs a phase, even where nothing has it.
        if (kept.Count == 0)
            kept.Add(0);
        var newOf = new byte[isUsed.Length];
        Array.Fill(newOf, LabelVolume.Unlabelled);
        foreach (var (place, label) in kept.Index())
            newOf[label] = (byte)place;
        var compact = new LabelVolume(edit.Shape, new PhaseTable(kept.Select(label => labels.Phases[label])), edit.Spacing);
        compact.ForEachSlice(z =>
        {
            var from = labels.Slice(z);
            var to = compact.Slice(z);
            for (var i = 0; i < from.Length; i++)
                to[i] = newOf[from[i]];
        }, edit.Token);
        labels.Dispose();
        return compact;
    }
}
