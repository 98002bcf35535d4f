using VolumeViewer.Plugins.Synthesis.Bias.Annotate;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Estimate;

/// <summary>measure.annotators: how someone labels, from two labellings of the same slices; in the words that generate.annotations and study.annotator-bias take.</summary>
internal static class MeasureAnnotators
{
    // Fewer swapped voxels than this are left out of the parameters.
    private const double LeastSwap = 0.002;

    internal static Operation<EstimateParameters> Create() => new("measure.annotators", "How someone labels", Run)
    {
        Description = "Compares two labellings of the same slices: how far boundaries are drawn out or in, and how they wander; how much they follow the grey; small objects missed; "
            + "phases taken for others. Gives the parameters with which virtual annotators label alike.",
        Inputs =
        [
            new OperationInput("in", InputKind.Labels, "The labels of the annotator."),
            new OperationInput("reference", InputKind.Labels, "The truth, or the labels of another annotator."),
            new OperationInput("grey", InputKind.Image, "The grey volume, for a preference by grey.") { Optional = true },
        ],
    };

    private static OperationResult Run(OperationContext context, EstimateParameters parameters)
    {
        var (layer, other) = (context.Labels("in"), context.Labels("reference"));
        if (layer.Shape != other.Shape)
            throw new UserException($"'{layer.Name}' has {layer.Shape} voxels (z, y, x), the reference '{other.Name}' {other.Shape}; they must be the same. Crop or resample one of them.");
        var reference = other.Labels.WithPhases(other.Phases);
        // By file values, as files have no names for phases.
        using var labels = LabelVolume.FromSource(new Disagreement.Unowned(layer.Labels), other.Phases, context.CancellationToken);
        var slices = Enumerable.Range(0, layer.Shape.Depth).Where(z => AreBothLabelled(labels.Slice(z), reference.Slice(z))).ToList();
        if (slices.Count == 0)
            throw new UserException($"No voxel is labelled both in '{layer.Name}' and in '{other.Name}', so there is nothing to compare.");
        var grey = context.Layers.ContainsKey("grey") ? GreyPull.Measure(context.Image("grey"), other, context.CancellationToken) : null;
        var rays = Rays(context, new BoundaryRays(labels, reference, grey, parameters.Farthest), slices);
        var preference = grey is null ? 0 : PairShift.Preference(rays);
        var shifts = PairShift.Of(rays, preference);
        var wander = WanderFit.Of(rays, shifts, preference, reference.Spacing.Y / reference.Spacing.X);
        var deep = (int)Math.Ceiling(1 + shifts.Select(shift => Math.Abs(shift.Mean)).DefaultIfEmpty(0).Max() + (2 * wander.Amplitude));
        var missed = ObjectRates.Of(reference, labels, slices, parameters, deep);
        var added = ObjectRates.Of(labels, reference, slices, parameters, deep);
        return new OperationResult
        {
            Tables =
            [
                Parameters(reference.Phases, parameters, shifts, wander, preference, missed, added, grey is not null), Shifts(reference.Phases, shifts),
                Objects("objects of the reference", missed), Objects("objects of the labels", added), Swaps(reference.Phases, missed),
            ],
            Plots = [Covariance(wander)],
        };
    }

    private static List<BoundaryRay> Rays(OperationContext context, BoundaryRays finder, List<int> slices)
    {
        var (found, done) = (new List<BoundaryRay>[slices.Count], 0);
        Parallel.For(0, slices.Count, new ParallelOptions { CancellationToken = context.CancellationToken }, i =>
        {
            found[i] = finder.Of(slices[i]);
            context.Job.Report(new JobProgress(Interlocked.Increment(ref done) / (double)slices.Count, "following the boundaries"));
        });
        return [.. found.SelectMany(each => each)];
    }

    private static bool AreBothLabelled(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != LabelVolume.Unlabelled && other[i] != LabelVolume.Unlabelled)
                return true;
        }
        return false;
    }

    private static Table Parameters(
        PhaseTable phases, EstimateParameters parameters, IReadOnlyList<PairShift> shifts, WanderFit wander, double preference, ObjectRates missed, ObjectRates added, bool hasGrey)
    {
        var isTruth = parameters.ReferenceIs == ReferenceKind.Truth;
        // What two annotators differ by has twice the variance of one.
        var share = isTruth ? 1 : Math.Sqrt(0.5);
        var rate = isTruth ? missed.MissedShare(parameters.MissedBelow) : (missed.MissedShare(parameters.MissedBelow) + added.MissedShare(parameters.MissedBelow)) / 2;
        var values = new List<(string Name, string Value)>
        {
            ("shifts", PairValues.Format(shifts.Select(shift => shift.ToValue(parameters.ReferenceIs)), phases)),
            // Nothing is known of pairs that touch nowhere, so that nothing is made up for them either.
            ("shift-spread", "0"),
            ("jitter", Number(share * wander.Amplitude)),
        };
        if (!double.IsNaN(wander.Length))
            values.Add(("jitter-length", Number(wander.Length)));
        if (hasGrey)
            values.Add(("grey-preference", Number(preference)));
        values.Add(("missed", Number(double.IsNaN(rate) ? 0 : rate)));
        values.Add(("missed-below", $"{parameters.MissedBelow}"));
        if (SwapValues(missed).Where(swap => swap.Mean >= LeastSwap).ToList() is { Count: > 0 } swaps)
            values.Add(("swaps", PairValues.Format(swaps.Select(swap => swap with { Mean = swap.Mean * (isTruth ? 1 : 0.5) }), phases)));
        var table = new Table("parameters of generate.annotations", new TableColumn("parameter"), new TableColumn("value"));
        foreach (var (name, value) in values)
            table.Add(name, value);
        return table.Add("in one line", string.Join(' ', values.Select(pair => $"--{pair.Name} {(pair.Value.Contains(';') || pair.Value.Contains(' ') ? $"\"{pair.Value}\"" : pair.Value)}")));
    }

    private static Table Shifts(PhaseTable phases, IReadOnlyList<PairShift> shifts)
    {
        var table = new Table("boundary shifts", new("phases"), new("mean shift", "voxel", "0.000"), new("± 95 %", "voxel", "0.000"), new("places"));
        foreach (var shift in shifts)
            table.Add($"{phases[shift.First].Name}/{phases[shift.Second].Name}", shift.Mean, double.IsNaN(shift.HalfWidth) ? null : shift.HalfWidth, shift.Rays);
        return table;
    }

    private static Table Objects(string title, ObjectRates rates)
    {
        var table = new Table(title, new("voxels from"), new("below"), new("objects"), new("not in the other"), new("share", Format: "0.000"));
        for (var index = 0; index < rates.Limits.Count; index++)
        {
            table.Add(index == 0 ? 1 : rates.Limits[index - 1], rates.Limits[index] == int.MaxValue ? null : rates.Limits[index], rates.Objects[index], rates.Missed[index],
                rates.Objects[index] > 0 ? rates.Missed[index] / (double)rates.Objects[index] : null);
        }
        return table;
    }

    private static Table Swaps(PhaseTable phases, ObjectRates rates)
    {
        var table = new Table("swapped phases, away from boundaries", new("phase"), new("labelled as"), new("share", Format: "0.0000"));
        foreach (var swap in SwapValues(rates))
            table.Add(phases[swap.First].Name, phases[swap.Second].Name, swap.Mean);
        return table;
    }

    private static IEnumerable<PairValue> SwapValues(ObjectRates rates)
    {
        var phases = rates.Deep.GetLength(0);
        for (var phase = 0; phase < phases; phase++)
        {
            var all = Enumerable.Range(0, phases).Sum(other => rates.Deep[phase, other]);
            for (var other = 0; other < phases; other++)
            {
                if (other != phase && all > 0)
                    yield return new PairValue(phase, other, rates.Deep[phase, other] / (double)all, 0);
            }
        }
    }

    private static Plot Covariance(WanderFit wander)
    {
        var bins = Enumerable.Range(0, wander.Covariances.Count).Where(bin => double.IsFinite(wander.Covariances[bin])).ToList();
        List<PlotSeries> series = [new("measured", [.. bins.Select(bin => (double)bin)], [.. bins.Select(bin => wander.Covariances[bin])])];
        if (!double.IsNaN(wander.Length))
        {
            series.Add(new PlotSeries("fit", [.. bins.Select(bin => (double)bin)],
                [.. bins.Select(bin => wander.Amplitude * wander.Amplitude * Math.Exp(-bin * bin / (2 * wander.Length * wander.Length)))]));
        }
        return new Plot("Covariance of the wander", "distance [voxel]", "covariance [voxel²]", series);
    }

    private static string Number(double value) => value.ToString("0.###");
}
