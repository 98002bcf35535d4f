using System.Text;

using VolumeViewer.Plugins.Synthesis.Bias.Annotate;
using VolumeViewer.Plugins.Synthesis.Bias.Report;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>
/// study.annotator-bias: virtual annotators label slices of a volume, a network learns from each, predicts the whole volume, and the properties of the
/// predictions are compared with those of the truth. Whatever is finished stands in the output folder, and is not done again when the study is resumed.
/// </summary>
internal sealed class AnnotatorStudy
{
    private const int DefaultSlices = 3;

    private readonly OperationContext _context;
    private readonly StudyParameters _parameters;
    private readonly LabelsLayer _truth;
    private readonly LabelVolume _labels;
    private readonly ImageLayer _grey;
    private readonly IReadOnlyList<int> _slices;
    private readonly StudyFolder _folder;
    private readonly IReadOnlyList<StudyRun> _plan;
    private readonly StudyProgress _progress;
    private readonly OtherProperties _others;
    private readonly GreyPull? _pull;
    private readonly List<AnnotationStatistics> _annotators = [];

    private AnnotatorStudy(OperationContext context, StudyParameters parameters)
    {
        (_context, _parameters) = (context, parameters);
        (_truth, _grey) = (context.Labels("in"), context.Image("grey"));
        if (_truth.Shape != _grey.Shape)
            throw new UserException($"'{_grey.Name}' has {_grey.Shape} voxels (z, y, x), '{_truth.Name}' {_truth.Shape}; they must be the same. Crop or resample one of them.");
        _labels = _truth.Labels.WithPhases(_truth.Phases);
        _slices = parameters.Slices.Length > 0 ? SliceList.Parse(parameters.Slices, _truth.Shape.Depth) : Spread(_truth.Shape.Depth);
        // Faulty texts are told before anything is written.
        Annotator.Draw(parameters, _labels.Phases, 0, Annotation.Voxel(parameters, _labels.Spacing));
        _ = new ObjectFaults(parameters, Annotator.Draw(parameters, _labels.Phases, 0, 1), _labels);
        _pull = GenerateAnnotations.Grey(context, parameters, _truth);
        _plan = StudyRun.Plan(parameters);
        // A training counts as two parts, prediction and measures as one each, and so does what is done before.
        _progress = new StudyProgress(context.Job, 1 + (4 * _plan.Count));
        _others = new OtherProperties(context, parameters.Tortuosity, parameters.Thickness);
        _folder = StudyFolder.Open(context, ParameterSchema.For(typeof(StudyParameters)).ToTexts(parameters), _labels, _grey.Volume, parameters.Resume);
    }

    internal static Operation<StudyParameters> Create() => new("study.annotator-bias", "Bias of the labeller", RunAsync)
    {
        Description = "Lets virtual annotators label slices of a volume, trains a network with the labels of each, and tells how far the measured properties depend on who "
            + "labelled: bias and spread of each property against the truth, beside the spread that training itself has. Writes one report with pictures.",
        Inputs =
        [
            new OperationInput("in", InputKind.Labels, "The truth, or the best labels there are."),
            new OperationInput("grey", InputKind.Image, "The grey volume that the networks see."),
        ],
        Output = OutputKind.Folder,
        // Trainings are not, between machines.
        IsDeterministic = false,
    };

    internal static Task<OperationResult> RunAsync(OperationContext context, StudyParameters parameters) => new AnnotatorStudy(context, parameters).RunAsync();

    private async Task<OperationResult> RunAsync()
    {
        Annotate();
        var truth = await OutcomeAsync("true-labels", _truth, _progress.Part("truth")).ConfigureAwait(false);
        _progress.Done(wasThere: false);
        var outcomes = new List<(StudyRun Run, RunOutcome Outcome)>();
        foreach (var run in _plan)
            outcomes.Add((run, await RunAsync(run).ConfigureAwait(false)));
        _context.Job.Report(new JobProgress(1, "writing the report"));
        var tables = new StudyTables(truth, outcomes, _parameters.RobustWithin / 100);
        StudyFolder.Write(_folder.Csv, Encoding.UTF8.GetBytes(tables.Csv()));
        var (majority, entropy) = TakeVotes();
        try
        {
            Save(majority, _folder.Volume("vote"));
            Save(entropy, _folder.Volume("disagreement"));
            var annotators = GenerateAnnotations.TableOf(_annotators, _labels.Phases, _parameters, _labels.Spacing);
            StudyFolder.Write(_folder.Report, Encoding.UTF8.GetBytes(new StudyReport(_parameters, tables, annotators, Pictures(majority, entropy), _labels.Phases).Html()));
            return new OperationResult
            {
                Layers = [new LabelsLayer("majority of the annotators' networks", majority), Layer(entropy)],
                Tables = [tables.Properties(), tables.Runs(), annotators],
                Plots = tables.Plots(),
            };
        }
        catch
        {
            majority.Dispose();
            entropy.Dispose();
            throw;
        }
    }

    private static ImageLayer Layer(Volume<float> entropy) =>
        new("disagreement (entropy)", entropy) { ContrastLimits = new ContrastLimits(0, 1), Visible = false };

    // Annotators are cheap: they are drawn anew, and written where they are not there yet.
    private void Annotate()
    {
        for (var number = 0; number < _parameters.Annotators; number++)
        {
            var (labels, facts) = Annotation.Make(_labels, _parameters, number, _slices, _pull, null, _context.CancellationToken);
            using (labels)
            {
                _annotators.Add(facts);
                if (!File.Exists(_folder.Labels(number)))
                    Save(labels, _folder.Labels(number));
            }
        }
    }

    private async Task<RunOutcome> RunAsync(StudyRun run)
    {
        var isMeasured = File.Exists(_folder.Outcome(run.Name)) && File.Exists(_folder.Prediction(run));
        if (!isMeasured)
        {
            if (!File.Exists(_folder.Prediction(run)))
                await PredictAsync(run).ConfigureAwait(false);
            else
                Skip(3);
            using var layer = new LabelsLayer(run.Name, Read(_folder.Prediction(run)));
            await OutcomeAsync(run.Name, layer, _progress.Part($"{run.Name}: measuring")).ConfigureAwait(false);
            _progress.Done(wasThere: false);
        }
        else
            Skip(4);
        return RunOutcome.Read(_folder.Outcome(run.Name));

        void Skip(int parts)
        {
            for (var part = 0; part < parts; part++)
                _progress.Done(wasThere: true);
        }
    }

    private async Task PredictAsync(StudyRun run)
    {
        using var labels = new LabelsLayer(run.Name, run.Annotator < 0 ? TrueSlices() : Read(_folder.Labels(run.Annotator)));
        var folder = _folder.Training(run);
        var values = TrainingValues(run);
        if (File.Exists(Path.Combine(folder, "run.json")))
            values["resume"] = "true";
        var training = new DoubledJob(_progress.Part($"{run.Name}: training"));
        (await OtherOperation.RunAsync(_context with { Job = training }, "train.network", values,
            new Dictionary<string, Layer> { ["image"] = _grey, ["labelled"] = labels }, output: folder).ConfigureAwait(false)).Dispose();
        _progress.Done(wasThere: false);
        _progress.Done(wasThere: false);
        using var prediction = await OtherOperation.RunAsync(_context with { Job = _progress.Part($"{run.Name}: predicting") }, "predict.network",
            new Dictionary<string, string> { ["model"] = folder }, new Dictionary<string, Layer> { ["in"] = _grey }).ConfigureAwait(false);
        if (prediction.Layers.OfType<LabelsLayer>().FirstOrDefault() is not { } predicted)
            throw new UserException($"predict.network gave no labels for '{run.Name}'.");
        using var own = LabelVolume.FromSource(predicted.Labels, predicted.Labels.Phases.Equals(_labels.Phases) ? null : _labels.Phases, _context.CancellationToken);
        Save(own, _folder.Prediction(run));
        _progress.Done(wasThere: false);
    }

    private Dictionary<string, string> TrainingValues(StudyRun run)
    {
        var values = new Dictionary<string, string>
        {
            ["network"] = _parameters.Network,
            ["network-options"] = _parameters.NetworkOptions,
            ["steps"] = $"{_parameters.Steps}",
            ["steps-per-epoch"] = $"{_parameters.Steps}",
            ["batch-size"] = $"{_parameters.BatchSize}",
            ["patch-size"] = $"{_parameters.PatchSize}",
            ["learning-rate"] = ParameterInfo.Format(_parameters.LearningRate),
            ["seed"] = $"{run.Seed}",
            ["hold-back"] = "0",
        };
        foreach (var entry in _parameters.TrainingOptions.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (entry.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var value])
                throw new UserException($"--training-options: '{entry}' is not of the form name=value; several stand with semicolons between them.");
            values[name] = value;
        }
        return values;
    }

    private async Task<RunOutcome> OutcomeAsync(string name, LabelsLayer layer, IJobContext job)
    {
        if (!File.Exists(_folder.Outcome(name)))
        {
            var outcome = new RunOutcome(Agreement.Of(layer.Labels, _labels, _context.CancellationToken),
                [.. QuickProperties.Measure(layer.Labels, _context.CancellationToken), .. await _others.MeasureAsync(layer, job).ConfigureAwait(false)]);
            StudyFolder.Write(_folder.Outcome(name), Encoding.UTF8.GetBytes(outcome.ToJson()));
        }
        return RunOutcome.Read(_folder.Outcome(name));
    }

    private (LabelVolume Majority, Volume<float> Entropy) TakeVotes()
    {
        var vote = new Vote(_labels.Shape, _labels.Phases, _labels.Spacing);
        foreach (var run in _plan.Where(run => run.Kind == RunKind.Annotator))
        {
            using var labels = Read(_folder.Prediction(run));
            vote.Add(labels);
        }
        return vote.Result();
    }

    private List<ReportPicture> Pictures(LabelVolume majority, Volume<float> entropy)
    {
        var z = _slices[_slices.Count / 2];
        var phases = _labels.Phases;
        List<ReportPicture> pictures = [ReportPicture.Grey($"grey, slice {z}", _grey, z), ReportPicture.Labels("truth", _labels, z, phases)];
        foreach (var run in _plan.Where(run => run.Kind == RunKind.Annotator && run.Annotator is 0 or 1))
        {
            using var labels = Read(_folder.Labels(run.Annotator));
            pictures.Add(ReportPicture.Labels($"labels of annotator {run.Annotator + 1}", labels, z, phases));
            using var prediction = Read(_folder.Prediction(run));
            pictures.Add(ReportPicture.Labels($"its network ({run.Name})", prediction, z, phases));
        }
        pictures.Add(ReportPicture.Labels("majority of the annotators' networks", majority, z, phases));
        pictures.Add(ReportPicture.Heat("disagreement (entropy)", entropy, z));
        return pictures;
    }

    private LabelVolume TrueSlices()
    {
        var labels = new LabelVolume(_labels.Shape, _labels.Phases, _labels.Spacing);
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            if (_slices.Contains(z))
                _labels.Slice(z).CopyTo(labels.Slice(z));
            else
                labels.Slice(z).Fill(LabelVolume.Unlabelled);
        }
        return labels;
    }

    private LabelVolume Read(string path)
    {
        using var source = _context.Io.Open(path, _context.CancellationToken);
        return LabelVolume.FromSource(source, _labels.Phases, _context.CancellationToken);
    }

    private void Save(IVolumeSource volume, string path) => _context.Io.Save(volume, path, null, _context.CancellationToken);

    private static List<int> Spread(int depth) =>
        [.. Enumerable.Range(0, DefaultSlices).Select(index => (int)((index + 0.5) * depth / DefaultSlices)).Distinct()];
}
