using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>generate.annotations: a truth as several virtual annotators would label it.</summary>
internal static class GenerateAnnotations
{
    internal static Operation<AnnotatorParameters> Create() => new("generate.annotations", "Virtual annotators", Run)
    {
        Description = "Labels a truth as people would: boundaries drawn too far out or in, and wandering; small objects missed; phases taken for others. "
            + "Each annotator is drawn from the distributions given, and is a layer. By default annotators differ by half a voxel; with shift spread, jitter and missed at 0 "
            + "all of them are the truth.",
        Inputs =
        [
            new OperationInput("in", InputKind.Labels, "The truth."),
            new OperationInput("grey", InputKind.Image, "Its grey volume, for a preference by grey.") { Optional = true },
        ],
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, AnnotatorParameters parameters)
    {
        var truth = context.Labels("in");
        var labels = truth.Labels.WithPhases(truth.Phases);
        var slices = SliceList.Parse(parameters.Slices, truth.Shape.Depth);
        var grey = Grey(context, parameters, truth);
        var layers = new List<Layer>();
        var statistics = new List<AnnotationStatistics>();
        try
        {
            var (done, all) = (0, parameters.Annotators * slices.Count);
            for (var number = 0; number < parameters.Annotators; number++)
            {
                var status = $"annotator {number + 1} of {parameters.Annotators}";
                var (made, facts) = Annotation.Make(labels, parameters, number, slices, grey,
                    () => context.Job.Report(new JobProgress(Interlocked.Increment(ref done) / (double)all, status)), context.CancellationToken);
                layers.Add(new LabelsLayer($"annotator {number + 1}", made));
                statistics.Add(facts);
            }
        }
        catch
        {
            layers.ForEach(layer => layer.Dispose());
            throw;
        }
        return new OperationResult { Layers = layers, Tables = [TableOf(statistics, labels.Phases, parameters, labels.Spacing)] };
    }

    /// <summary>The pull of grey values, if the parameters ask for it.</summary>
    /// <exception cref="UserException">They do, but there is no grey volume.</exception>
    internal static GreyPull? Grey(OperationContext context, AnnotatorParameters parameters, LabelsLayer truth)
    {
        if (parameters.GreyPreference == 0 && parameters.GreyPreferenceSpread == 0)
            return null;
        if (!context.Layers.ContainsKey("grey"))
            throw new UserException("--grey-preference needs the grey volume: give it as --grey, or leave the preference at 0.");
        return GreyPull.Measure(context.Image("grey"), truth, context.CancellationToken);
    }

    /// <summary>What was drawn for each annotator, and what came of it.</summary>
    internal static Table TableOf(IReadOnlyList<AnnotationStatistics> statistics, PhaseTable phases, AnnotatorParameters parameters, Spacing spacing)
    {
        var (unit, voxel) = (parameters.InMicrometres ? "µm" : "voxel", Annotation.Voxel(parameters, spacing));
        var pairs = (from first in Enumerable.Range(0, phases.Count) from second in Enumerable.Range(first + 1, phases.Count - first - 1) select (first, second)).ToList();
        var table = new Table("annotators",
        [
            new TableColumn("annotator"), .. pairs.Select(pair => new TableColumn($"shift {phases[pair.first].Name}/{phases[pair.second].Name}", unit, "0.000")),
            new TableColumn("grey preference", unit, "0.000"), new TableColumn("labelled voxels"), new TableColumn("share that differs from the truth", Format: "0.0000"),
            new TableColumn("small objects"), new TableColumn("missed objects"), new TableColumn("swapped voxels"),
        ]);
        foreach (var each in statistics)
        {
            table.Add([each.Annotator.Number, .. pairs.Select(pair => (object?)(each.Annotator.Shifts[pair.first, pair.second] * voxel)), each.Annotator.GreyPreference * voxel,
                each.Labelled, each.Labelled > 0 ? each.Differing / (double)each.Labelled : null, each.SmallObjects, each.MissedObjects, each.SwappedVoxels]);
        }
        return table;
    }
}
