using System.Diagnostics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>segment.random-forest: learns from labelled voxels, and labels the others by a random forest on multi-scale features.</summary>
internal static class RandomForestOperation
{
    private const string Id = "segment.random-forest";

    public static Operation<RandomForestParameters> Create() => new(Id, "Random forest on multi-scale features", Run)
    {
        Description = "Learns from a few strokes, or from labelled slices in files, to tell the phases apart by what the greys around a voxel look like at several scales.",
        Inputs =
        [
            new("in", InputKind.Image, "The grey volume to segment."),
            new("labelled", InputKind.Labels, "A few labelled voxels of the same volume; unlabelled ones are left out of account.") { Optional = true },
        ],
        ShapeOf = "in",
    };

    private static OperationResult Run(OperationContext context, RandomForestParameters parameters)
    {
        var image = context.Image("in");
        var labelled = context.Layers.ContainsKey("labelled") ? context.Labels("labelled") : null;
        var ways = new[] { labelled is not null, parameters.Training.Length > 0, parameters.Forest.Length > 0 }.Count(given => given);
        if (ways != 1)
        {
            throw new UserException(ways == 0
                ? "There is nothing to learn from: give a labels layer with a few labelled voxels, --training with labelled slices, or --forest with a saved forest."
                : "Give one of a labels layer, --training and --forest, not several: a forest learns from one of them.");
        }
        var clock = Stopwatch.StartNew();
        var (times, training) = (new List<(string Part, double Seconds)>(), parameters.Forest.Length > 0 ? 0 : 0.3);
        long[] learnt = [];
        ForestModel model;
        if (parameters.Forest.Length > 0)
            model = ForestFile.Load(parameters.Forest);
        else if (labelled is not null)
            model = Train(context, parameters, [FromLayer(image, labelled, parameters)], PhasesOf(labelled, parameters), times, out learnt);
        else
        {
            using var files = TrainingFiles.Open(context, parameters);
            model = Train(context, parameters, files.Images, files.Phases, times, out learnt);
        }
        if (parameters.SaveForest.Length > 0)
            ForestFile.Save(model, parameters.SaveForest);

        clock.Restart();
        var labels = new LabelVolume(image.Shape, model.Phases, image.Spacing);
        Volume<byte>[] probabilities = parameters.Probabilities ? [.. model.Phases.Select(_ => new Volume<byte>(image.Shape, image.Spacing))] : [];
        var uncertainty = parameters.Uncertainty ? new Volume<byte>(image.Shape, image.Spacing) : null;
        ForestApplication.Label(image, model, labels, probabilities, uncertainty,
            share => context.Job.Report(new JobProgress(training + ((1 - training) * share), "labelling")), context.CancellationToken);
        times.Add(("features and labels of the volume", clock.Elapsed.TotalSeconds));
        return new OperationResult { Layers = Layers(image, model, labels, probabilities, uncertainty), Tables = Tables(model, labels, learnt, times) };
    }

    private static ForestModel Train(
        OperationContext context, RandomForestParameters parameters, IReadOnlyList<LabelledImage> images, PhaseTable phases,
        List<(string Part, double Seconds)> times, out long[] learnt)
    {
        var settings = new FeatureSettings(parameters.Scales, FeatureSettings.ParseKinds(parameters.Features), parameters.Dimensions);
        var scaling = GreyScaling.Fit(parameters.Normalisation, [.. images.Select(image => image.Statistics)]);
        var clock = Stopwatch.StartNew();
        var sampler = new TrainingSampler(settings, scaling, parameters.MaxVoxels, parameters.Seed);
        var set = sampler.Gather(images, phases, share => context.Job.Report(new JobProgress(0.15 * share, "measuring features of labelled voxels")), context.CancellationToken);
        times.Add(("features of the labelled voxels", clock.Elapsed.TotalSeconds));
        clock.Restart();
        var options = new ForestOptions(parameters.Trees, parameters.Seed)
        {
            MaxDepth = parameters.MaxDepth,
            MinLeaf = parameters.MinLeaf,
            Tried = parameters.Tried,
            Balance = parameters.Balance,
        };
        var trained = ForestTrainer.Train(set, options,
            done => context.Job.Report(new JobProgress(0.15 + (0.15 * done / parameters.Trees), $"tree {done} of {parameters.Trees}")), context.CancellationToken);
        times.Add(("growing the trees", clock.Elapsed.TotalSeconds));
        learnt = [.. set.VoxelsOf.Select(voxels => (long)voxels)];
        return new ForestModel(trained.Forest, settings, scaling, phases) { OutOfBagAccuracy = trained.OutOfBagAccuracy, Importances = trained.Importances };
    }

    // A file of labels makes a phase of every value, that of unlabelled voxels too.
    private static PhaseTable PhasesOf(LabelsLayer layer, RandomForestParameters parameters)
    {
        var phases = layer.Phases.Where(phase => phase.FileValue != parameters.UnlabelledValue).ToList();
        return phases.Count > 0 ? new PhaseTable(phases) : throw new UserException($"The layer '{layer.Name}' has no phase besides the unlabelled value {parameters.UnlabelledValue}.");
    }

    private static LabelledImage FromLayer(ImageLayer image, LabelsLayer layer, RandomForestParameters parameters)
    {
        if (image.Shape != layer.Shape)
            throw new UserException($"The image '{image.Name}' has {image.Shape} voxels (z, y, x), but '{layer.Name}' has {layer.Shape}; they must be of one size.");
        var labelOf = new byte[LabelVolume.Unlabelled + 1];
        Array.Fill(labelOf, LabelVolume.Unlabelled);
        var next = 0;
        for (var label = 0; label < layer.Phases.Count; label++)
        {
            if (layer.Phases[label].FileValue != parameters.UnlabelledValue)
                labelOf[label] = (byte)next++;
        }
        var slices = Enumerable.Range(0, layer.Shape.Depth).Where(z => layer.Labels.Slice(z).ContainsAnyExcept(LabelVolume.Unlabelled));
        return new LabelledImage(image.Name, image.Volume, image.Statistics, [.. slices], (z, labels) =>
        {
            var from = layer.Labels.Slice(z);
            for (var i = 0; i < labels.Length; i++)
                labels[i] = labelOf[from[i]];
        });
    }

    private static List<Layer> Layers(ImageLayer image, ForestModel model, LabelVolume labels, Volume<byte>[] probabilities, Volume<byte>? uncertainty)
    {
        var origin = $"{Id} of {image.Name}";
        List<Layer> layers = [new LabelsLayer($"{image.Name}, random forest", labels) { Origin = origin }];
        for (var phase = 0; phase < probabilities.Length; phase++)
            layers.Add(Share($"{image.Name}, probability of {model.Phases[phase].Name}", probabilities[phase]));
        if (uncertainty is not null)
            layers.Add(Share($"{image.Name}, uncertainty", uncertainty));
        return layers;

        ImageLayer Share(string name, Volume<byte> volume) => new(name, volume) { Origin = origin, Visible = false, ContrastLimits = new ContrastLimits(0, 255) };
    }

    private static List<Table> Tables(ForestModel model, LabelVolume labels, long[] learnt, List<(string Part, double Seconds)> times)
    {
        var counts = new long[LabelVolume.Unlabelled + 1];
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            foreach (var label in labels.Slice(z))
                counts[label]++;
        }
        var labelled = counts[..model.Phases.Count].Sum();
        var phases = new Table("phases", new("phase"), new("training voxels"), new("voxels"), new("volume fraction", Format: "0.000000"));
        for (var label = 0; label < model.Phases.Count; label++)
            phases.Add(model.Phases[label].Name, learnt.Length > 0 ? learnt[label] : null, counts[label], counts[label] / (double)labelled);
        if (counts[LabelVolume.Unlabelled] > 0)
            phases.Add("(unlabelled)", null, counts[LabelVolume.Unlabelled], null);
        var forest = new Table("forest", new("trees"), new("features"), new("leaves"), new("out-of-bag accuracy", Format: "0.0000"))
            .Add(model.Forest.Trees.Count, model.Features.Count, model.Forest.Leaves, double.IsNaN(model.OutOfBagAccuracy) ? null : model.OutOfBagAccuracy);
        var importances = new Table("importances", new("feature"), new("importance", Format: "0.0000"));
        foreach (var (name, importance) in model.Features.Names.Zip(model.Importances).OrderByDescending(pair => pair.Second))
            importances.Add(name, importance);
        var time = new Table("time", new("part"), new("time", "s", "0.00"));
        foreach (var (part, seconds) in times)
            time.Add(part, seconds);
        return [phases, forest, importances, time];
    }
}
