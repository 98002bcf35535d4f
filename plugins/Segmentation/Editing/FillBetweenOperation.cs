using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The parameters of fill.between-slices.</summary>
internal sealed record FillBetweenParameters : EditParameters
{
    [Parameter("Axis", Help = "The axis across which the labelled slices lie.")]
    public Axis Axis { get; init; }

    [Parameter("Phases", PhasesOf = "in", ManyPhases = true, Help = "The phases to interpolate, by name or value with commas between; empty for all.")]
    public string Phases { get; init; } = "";

    [Parameter("Slices", Help = "The slices to go by, such as 10,40,80; empty for all that have a voxel of the phases.")]
    public string Slices { get; init; } = "";

    [Parameter("Only unlabelled", Help = "Leaves voxels between as they are that have a label already.")]
    public bool OnlyUnlabelled { get; init; } = true;
}

/// <summary>fill.between-slices: labels the slices between labelled ones by the shapes in these.</summary>
internal static class FillBetweenOperation
{
    public static Operation<FillBetweenParameters> Create() => EditOperation.Create<FillBetweenParameters>("fill.between-slices", "Fill between slices",
        "Label some slices, and the slices between them are filled: shapes go over into each other. It goes by shapes alone, not by grey values.", Run);

    private static LabelVolume Run(LabelEdit edit, FillBetweenParameters parameters)
    {
        var phases = PhaseSet.ParseOrAll(parameters.Phases, edit.Phases);
        phases[LabelVolume.Unlabelled] = false;
        var source = new Planes(edit.Source, parameters.Axis);
        var keys = Keys(edit, source, phases, parameters);
        var result = edit.Copy();
        var target = new Planes(result, parameters.Axis);
        var shapes = new SliceShapes(edit, source, phases);
        var before = shapes.Of(keys[0]);
        for (var gap = 0; gap + 1 < keys.Count; gap++)
        {
            var (first, last) = (keys[gap], keys[gap + 1]);
            edit.Report(gap / (keys.Count - 1.0), $"slices {first} to {last}");
            var after = shapes.Of(last);
            Parallel.For(first + 1, last, edit.Parallel, () => new byte[source.Shape.SliceLength], (plane, _, labels) =>
            {
                source.Read(plane, labels);
                SliceShapes.Between(before, after, (plane - first) / (float)(last - first), labels, parameters.OnlyUnlabelled);
                target.Write(plane, labels);
                return labels;
            }, static _ => { });
            before = after;
        }
        return result;
    }

    private static List<int> Keys(LabelEdit edit, Planes planes, bool[] phases, FillBetweenParameters parameters)
    {
        var keys = new List<int>();
        foreach (var text in parameters.Slices.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(text, out var plane) || plane < 0 || plane >= planes.Count)
                throw new UserException($"--slices: '{text}' is no slice across {parameters.Axis.ToString().ToLowerInvariant()}; give numbers from 0 to {planes.Count - 1} with commas between.");
            keys.Add(plane);
        }
        if (keys.Count == 0)
        {
            var isKey = new bool[planes.Count];
            Parallel.For(0, planes.Count, edit.Parallel, () => new byte[planes.Shape.SliceLength], (plane, _, labels) =>
            {
                planes.Read(plane, labels);
                foreach (var label in labels)
                    isKey[plane] |= phases[label];
                return labels;
            }, static _ => { });
            keys.AddRange(Enumerable.Range(0, planes.Count).Where(plane => isKey[plane]));
        }
        keys = [.. keys.Distinct().Order()];
        return keys.Count >= 2 ? keys : throw new UserException(
            $"Only {keys.Count} slice(s) across {parameters.Axis.ToString().ToLowerInvariant()} of '{edit.Layer.Name}' have labels to go by: label two or more, or choose another axis.");
    }
}
