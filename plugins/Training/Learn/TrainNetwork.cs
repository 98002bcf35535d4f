using System.Reflection;

using TorchSharp;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Report;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Plugins.Training.Test;
using VolumeViewer.Plugins.Training.Transfer;
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
        var options = NetworkOptionsText.Bind(network, parameters.NetworkOptions);
        var geometry = network.Geometry(options);
        var shape = PatchShape.For(network.Id, geometry, parameters);
        var device = parameters.Device.Find();
        var preview = parameters.Preview.Length > 0 ? PreviewRegion.Parse(parameters.Preview) : null;
        var goesOn = previous is not null && File.Exists(folder.CheckpointPath);
        // With a checkpoint the weights are in it, and the run that it once started from may be gone.
        using var start = parameters.StartFrom.Length > 0 && !goesOn ? StartingPoint.Open(parameters.StartFrom, parameters.StartWeights, context.Contributions) : null;
        start?.CheckSame(previous?.Transfer);

        context.Job.Report(new JobProgress(0, "reading the slices"));
        var data = TrainingDataLoader.Load(context, parameters, parameters.Normalisation, shape);
        if (previous is not null)
            CheckSameData(previous, data, folder);
        var test = TestSlices.Load(context, parameters, data, shape);
        using var learner = new Learner(network, options, shape.Inputs, data.Phases.Count, parameters, data.ClassWeights(parameters.ClassWeights), device, start);
        var writer = preview is null ? null
            : new PreviewWriter(context.Io, folder, preview, data, test, parameters.FirstSlice, learner.Network, geometry, shape, device);
        folder.Create();
        var sampler = new PatchSampler(data.Training, shape, parameters.BatchSize, parameters.StepsPerEpoch, parameters.Seed, parameters.RarePhaseShare);
        var judge = new EpochJudge(parameters, data, learner, geometry, shape, device);
        var trainer = new Trainer(context.Job, parameters, data, learner, folder, shape, sampler, judge, writer);
        var record = Record(parameters, data, network, options, shape, sampler, trainer, learner, previous) with
        {
            Transfer = start?.ToJson(learner.Outcomes) ?? previous?.Transfer,
            Frozen = [.. learner.Frozen.Select(stage => stage.Name)],
        };
        context.Job.Log($"{network.Title} with {learner.ParameterCount:N0} weights, {data.TrainingSliceCount} slice(s) to learn from, "
            + $"{data.Validation.Count} region(s) to judge by, phases: {string.Join(", ", data.Phases.Select(phase => $"{phase.Name} ({phase.FileValue})"))}");
        LogStages(context.Job, learner, start);
        context.Job.Log($"{trainer.TotalSteps} steps of {parameters.BatchSize} patches, {sampler.StepsPerEpoch} steps an epoch, on {device.type}");
        ReportTrainingData.LogWarnings(context.Job, data);
        if (goesOn)
            trainer.Restore();
        folder.WriteRecord(record);
        writer?.WriteGrey(context.CancellationToken);
        var history = trainer.Train(record);
        return TrainingResult.Of(history, data.Phases, Tested(context.Job, folder, learner, test, data.Phases, geometry, shape, device));
    }

    // A run that was interrupted before its test is tested when it is resumed.
    private static TestReport? Tested(
        IJobContext job, RunFolder folder, Learner learner, TestData? test, PhaseTable phases, NetworkGeometry geometry, PatchShape shape, torch.Device device)
    {
        if (test is null)
            return null;
        if (File.Exists(folder.TestPath))
            return TestReport.Read(folder);
        job.Report(new JobProgress(1, "predicting the test slices"));
        return ModelTest.Run(job, folder, learner.Network, new Validator(test.Regions, learner.Network, geometry, shape, device, phases.Count), phases, test.Files);
    }

    private static void LogStages(IJobContext job, Learner learner, StartingPoint? start)
    {
        if (start is not null)
        {
            job.Log($"Restored from the run: {string.Join(", ", learner.Outcomes.Where(outcome => outcome.Restored).Select(outcome => outcome.Stage.Name))}");
            var fresh = learner.Outcomes.Where(outcome => !outcome.Restored).Select(outcome => $"{outcome.Stage.Name} ({outcome.Why})").ToList();
            if (fresh.Count > 0)
                job.Log($"Replaced by fresh weights: {string.Join(", ", fresh)}");
        }
        if (learner.Frozen.Count > 0)
            job.Log($"Frozen: {string.Join(", ", learner.Frozen.Select(stage => stage.Name))}");
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
        // A run of an older version lacks what has come since, and went by what is the default now.
        var defaults = Texts(new TrainParameters());
        string? Was(string name) => previous.Parameters.GetValueOrDefault(name) ?? defaults.GetValueOrDefault(name);
        var changed = Texts(parameters).Where(pair => pair.Key != "checkpoint-minutes" && Was(pair.Key) != pair.Value)
            .Select(pair => $"{pair.Key} (was '{Was(pair.Key)}', is '{pair.Value}')").ToList();
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

    private static RunRecord Record(
        TrainParameters parameters, TrainingData data, INetwork network, object options, PatchShape shape, PatchSampler sampler, Trainer trainer,
        Learner learner, RunRecord? previous) => new()
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
            NetworkParameters = learner.ParameterCount,
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
}
