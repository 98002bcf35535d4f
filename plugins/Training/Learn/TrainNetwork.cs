using System.Reflection;

using TorchSharp;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The operation train.network: checks everything, then trains or resumes, then says how it went.</summary>
internal static class TrainNetwork
{
    internal static OperationResult Run(OperationContext context, TrainParameters parameters)
    {
        var folder = new RunFolder(context.OutputPath ?? throw new UserException("Give the folder of the run as --out."));
        var previous = Previous(folder, parameters);
        var network = context.Contributions.Get<INetwork>(parameters.Network);
        var options = BindOptions(network, parameters.NetworkOptions);
        var shape = PatchShape.For(network.Id, network.Geometry(options), parameters);
        var device = parameters.Device.Find();

        context.Job.Report(new JobProgress(0, "reading the slices"));
        var data = TrainingDataLoader.Load(context, parameters, parameters.Normalisation, shape);
        if (previous is not null)
            CheckSameData(previous, data, folder);
        folder.Create();
        var sampler = new PatchSampler(data.Training, shape, parameters.BatchSize, parameters.StepsPerEpoch, parameters.Seed);
        using var trainer = new Trainer(context.Job, parameters, data, network, options, folder, shape, sampler, device);
        var record = Record(parameters, data, network, options, shape, sampler, trainer, previous);
        context.Job.Log($"{network.Title} with {trainer.ParameterCount:N0} weights, {data.TrainingSliceCount} slice(s) to learn from, "
            + $"{data.Validation.Count} region(s) to judge by, phases: {string.Join(", ", data.Phases.Select(phase => $"{phase.Name} ({phase.FileValue})"))}");
        context.Job.Log($"{trainer.TotalSteps} steps of {parameters.BatchSize} patches, {sampler.StepsPerEpoch} steps an epoch, on {device.type}");
        if (previous is not null && File.Exists(folder.CheckpointPath))
            trainer.Restore();
        folder.WriteRecord(record);
        return Result(trainer.Train(record), data.Phases, trainer.TotalSteps);
    }

    // What is in the folder already, if it is to be gone on with.
    private static RunRecord? Previous(RunFolder folder, TrainParameters parameters)
    {
        if (!folder.HasRun)
            return null;
        if (!parameters.Resume)
            throw new UserException($"'{folder.Path}' holds a training run already. "
                + "Give another folder as --out, delete this one, or go on with it by --resume true.");
        var previous = folder.ReadRecord();
        var now = Texts(parameters);
        var changed = now.Where(pair => previous.Parameters.GetValueOrDefault(pair.Key) != pair.Value)
            .Select(pair => $"{pair.Key} (was '{previous.Parameters.GetValueOrDefault(pair.Key)}', is '{pair.Value}')").ToList();
        if (changed.Count > 0)
            throw new UserException($"The run in '{folder.Path}' cannot be resumed with other parameters: {string.Join(", ", changed)}. "
                + "Give the same ones, or another folder as --out.");
        return previous;
    }

    private static void CheckSameData(RunRecord previous, TrainingData data, RunFolder folder)
    {
        if (data.Files.Except(previous.Files).Concat(previous.Files.Except(data.Files)).FirstOrDefault() is { } file)
            throw new UserException($"The run in '{folder.Path}' cannot be resumed: '{file.Name}' is not what it was trained on before. "
                + "Give the same data, or another folder as --out.");
    }

    private static object BindOptions(INetwork network, string text)
    {
        try
        {
            return network.Options.BindText(text);
        }
        catch (ParameterException fault)
        {
            throw new UserException($"--network-options of {network.Id}: {fault.Message}", fault);
        }
    }

    private static RunRecord Record(
        TrainParameters parameters, TrainingData data, INetwork network, object options, PatchShape shape, PatchSampler sampler, Trainer trainer,
        RunRecord? previous) => new()
        {
            State = RunRecord.Running,
            Started = previous?.Started ?? DateTimeOffset.Now,
            Versions = new Dictionary<string, string>
            {
                ["sdk"] = SdkVersion.Current.ToString(),
                ["training"] = VersionOf(typeof(TrainNetwork).Assembly),
                ["network"] = VersionOf(network.Options.RecordType.Assembly),
                ["torchsharp"] = VersionOf(typeof(torch).Assembly),
            },
            Parameters = Texts(parameters),
            Network = network.Id,
            NetworkOptions = network.Options.ToTexts(options).ToDictionary(),
            NetworkParameters = trainer.ParameterCount,
            Inputs = shape.Inputs,
            Neighbours = shape.Neighbours,
            Phases = data.Phases,
            Normalisation = data.Normalisation,
            Files = data.Files,
            StepsPerEpoch = sampler.StepsPerEpoch,
            TotalSteps = trainer.TotalSteps,
        };

    // Whether it is resumed is no property of the run.
    private static Dictionary<string, string> Texts(TrainParameters parameters) => ParameterSchema.For(typeof(TrainParameters))
        .ToTexts(parameters with { Resume = false }).Where(pair => pair.Key != "resume").ToDictionary();

    private static string VersionOf(Assembly assembly) => assembly.GetName().Version?.ToString() ?? "unknown";

    private static OperationResult Result(TrainingHistory history, PhaseTable phases, int totalSteps)
    {
        var best = history.Best ?? throw new InvalidOperationException("A finished run has a best epoch.");
        var last = history.Epochs[^1];
        var summary = new Table("Training", new TableColumn("Steps"), new TableColumn("Time", "s", "0.0"), new TableColumn("Best epoch"),
            new TableColumn("Validation accuracy"), new TableColumn("Validation mean IoU"), new TableColumn("Best validation mean IoU"))
            .Add(totalSteps, last.Seconds, best.Number, last.Accuracy, last.MeanIntersectionOverUnion, best.MeanIntersectionOverUnion);
        var perPhase = new Table("Validation by phase", new TableColumn("Phase"), new TableColumn("IoU"));
        for (var phase = 0; phase < phases.Count; phase++)
            perPhase.Add(phases[phase].Name, last.IntersectionsOverUnion[phase]);
        var curve = history.Curve(Math.Max(1, totalSteps / 400)).ToList();
        double[] epochs = [.. history.Epochs.Select(epoch => (double)epoch.Number)];
        return new OperationResult
        {
            Tables = [summary, perPhase],
            Plots =
            [
                new Plot("Loss", "step", "loss", [new PlotSeries("training", [.. curve.Select(point => point.Step)], [.. curve.Select(point => point.Loss)])]),
                new Plot("Validation", "epoch", "share",
                [
                    new PlotSeries("accuracy", epochs, [.. history.Epochs.Select(epoch => epoch.Accuracy)]),
                    new PlotSeries("mean IoU", epochs, [.. history.Epochs.Select(epoch => epoch.MeanIntersectionOverUnion)]),
                ]),
            ],
        };
    }
}
