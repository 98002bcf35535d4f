using VolumeViewer.Plugins.Training.Data;

namespace VolumeViewer.Plugins.Training.Report;

/// <summary>Looks for what is wrong with data before a network is trained on them.</summary>
internal static class DataWarnings
{
    private const double RareShare = 0.01;
    private const int FewVoxels = 2000;
    private const double MuchSaturated = 0.01;
    private const double MuchDrift = 0.5;

    /// <summary>Every warning, those first that can spoil a training.</summary>
    internal static IReadOnlyList<DataWarning> Of(TrainingData data, IReadOnlyList<PhaseSeparability> pairs)
    {
        var strays = LabelBorders.Strays(data);
        return [.. OfPhases(data, strays), .. OfValidation(data, strays), .. OfGreys(data.Slices), .. OfPairs(data, pairs, strays)];
    }

    private static IEnumerable<DataWarning> OfPhases(TrainingData data, IReadOnlyList<int> strays)
    {
        var (counts, total) = (data.PhaseCounts(), (double)data.PhaseCounts().Sum());
        if (strays.Count > 0)
        {
            var values = strays.Select(label => data.Phases[label].FileValue).ToList();
            yield return new DataWarning($"Label values that hardly occur, or only in seams between a lower and a higher one: {string.Join(", ", values.Take(8))}"
                + $"{(values.Count > 8 ? $" and {values.Count - 8} more" : "")}. The labels look as if they had been interpolated.",
                $"Take --label-values {string.Join(',', LabelBorders.Levels(data, strays))} (check them), or resample the labels by nearest neighbour.");
        }
        for (var label = 0; label < counts.Count; label++)
        {
            if (strays.Contains(label))
                continue;
            var name = data.Phases[label].Name;
            if (counts[label] == 0)
                yield return new DataWarning($"'{name}' occurs only in what is held back, so it cannot be learned.",
                    "Name other validation slices, or label it elsewhere too.");
            else if (counts[label] < RareShare * total)
            {
                yield return new DataWarning($"'{name}' is rare: {counts[label] / total:0.00 %} of the labelled voxels.",
                    "Take --rare-phase-share 0.3 or --class-weights balanced, or label more of it.");
            }
            else if (counts[label] < FewVoxels)
                yield return new DataWarning($"'{name}' has only {counts[label]} labelled voxels.", "Label more of it.");
        }
        if (data.TrainingSliceCount == 1)
            yield return new DataWarning("There is one slice to learn from.", "Label some strokes in another that looks different; or take --augmentation full.");
    }

    private static IEnumerable<DataWarning> OfValidation(TrainingData data, IReadOnlyList<int> strays)
    {
        if (data.JudgesByTraining)
        {
            yield return new DataWarning("Nothing is held back, so the curves say nothing about slices that were not labelled.",
                "Name --validation slices, or set --hold-back.");
            yield break;
        }
        var (training, validation) = (data.PhaseCounts(), data.ValidationCounts());
        for (var label = 0; label < training.Count; label++)
        {
            if (validation[label] == 0 && training[label] > 0 && !strays.Contains(label))
                yield return new DataWarning($"'{data.Phases[label].Name}' does not occur in what is held back, so nothing tells how well it is learned.",
                    "Name --validation slices in which it occurs, or hold back more.");
        }
    }

    private static IEnumerable<DataWarning> OfGreys(IReadOnlyList<SliceFacts> slices)
    {
        if (Name(slices, slice => slice.NotFinite > 0) is { } notFinite)
            yield return new DataWarning($"Grey values are not finite (up to {slices.Max(slice => slice.NotFinite):0.00 %} of a slice) in {notFinite}.",
                "They are taken for the mean; leave what lies outside of the field of view unlabelled.");
        if (Name(slices, slice => slice.Deviation == 0) is { } constant)
            yield return new DataWarning($"All grey values are the same in {constant}.", "Take these slices out of --slices.");
        if (Name(slices, slice => slice.AtMinimum > MuchSaturated) is { } dark)
        {
            yield return new DataWarning($"Up to {slices.Max(slice => slice.AtMinimum):0.0 %} of the voxels have exactly the least grey value in {dark}: "
                + "cut off, or outside of the scan.", "Export again with a wider range, or leave what lies outside unlabelled.");
        }
        if (Name(slices, slice => slice.AtMaximum > MuchSaturated) is { } bright)
        {
            yield return new DataWarning($"Up to {slices.Max(slice => slice.AtMaximum):0.0 %} of the voxels have exactly the greatest grey value in {bright}: "
                + "cut off.", "Export again with a wider range: what was cut off cannot be told apart.");
        }
        if (slices.Count > 1 && Drift(slices) is var drift && drift.Max() > MuchDrift)
        {
            yield return new DataWarning($"The mean grey value drifts from slice to slice, by up to {drift.Max():0.0} standard deviations "
                + $"({Title(slices[drift.IndexOf(drift.Max())])}).", "Keep --normalisation slice-z-score, and label slices from all over the range.");
        }
    }

    private static IEnumerable<DataWarning> OfPairs(TrainingData data, IReadOnlyList<PhaseSeparability> pairs, IReadOnlyList<int> strays) =>
        pairs.Where(pair => pair.Overlap >= PhaseSeparability.ManyInCommon && !strays.Contains(pair.First) && !strays.Contains(pair.Second))
            .Select(pair => new DataWarning($"'{data.Phases[pair.First].Name}' and '{data.Phases[pair.Second].Name}' have {pair.Overlap:0 %} of their grey values in common.",
            "Only their shape and surroundings tell them apart: train longer, on more slices; thresholds cannot do it."));

    /// <summary>How far the mean of each slice is from the median of the means, in median standard deviations.</summary>
    internal static List<double> Drift(IReadOnlyList<SliceFacts> slices)
    {
        var (mean, deviation) = (Median(slices.Select(slice => slice.Mean)), Median(slices.Select(slice => slice.Deviation)));
        return [.. slices.Select(slice => deviation > 0 ? Math.Abs(slice.Mean - mean) / deviation : 0)];
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string? Name(IReadOnlyList<SliceFacts> slices, Func<SliceFacts, bool> isBad) => slices.Where(isBad).Select(Title).ToList() switch
    {
        [] => null,
        { Count: <= 4 } few => string.Join(", ", few),
        var many => $"{many.Count} slices from {many[0]} to {many[^1]}",
    };

    private static string Title(SliceFacts slice) => $"{slice.Volume}:{slice.Z}";
}
