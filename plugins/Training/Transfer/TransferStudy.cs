using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Plugins.Training.Run;
using VolumeViewer.Plugins.Training.Test;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>
/// The operation study.transfer: trains with few labelled slices from scratch and from a network that has seen others, with equal steps and seeds, and
/// compares the two by slices that neither has seen. Every training is a run in the output folder; a study that was interrupted goes on with what is missing.
/// </summary>
internal sealed class TransferStudy
{
    private readonly OperationContext _context;
    private readonly TransferStudyParameters _parameters;
    private readonly string _folder;
    private readonly string[] _slices;
    private readonly List<int> _counts;
    private readonly List<int> _seeds;

    private TransferStudy(OperationContext context, TransferStudyParameters parameters)
    {
        (_context, _parameters) = (context, parameters);
        _folder = context.OutputPath ?? throw new UserException("Give the folder of the study as --out.");
        _slices = parameters.TrainingSlices.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (_slices.Length == 0)
            throw new UserException("--training-slices: name the target's slices to learn from, such as 394,546.");
        if (parameters.TestSlices.Length == 0)
            throw new UserException("--test-slices: name the target's slices to judge by, such as 698.");
        if (parameters.Source.Length == 0 && parameters.SourceSlices.Length == 0 && parameters.SourceData.Length == 0)
            throw new UserException("There is nothing to transfer from: give a run as --source, or --source-slices to train one on.");
        _counts = Counts();
        _seeds = [.. parameters.Seeds.Select(seed => Whole("seeds", seed, 0, int.MaxValue)).Distinct()];
        if (_seeds.Count == 0)
            throw new UserException("--seeds: give one seed at least.");
    }

    internal static OperationResult Run(OperationContext context, TransferStudyParameters parameters) => new TransferStudy(context, parameters).Run();

    private OperationResult Run()
    {
        var plan = (from count in _counts from seed in _seeds from transfer in (bool[])[false, true] select (transfer, count, seed)).ToList();
        var sourceSteps = _parameters.Source.Length > 0 ? 0 : _parameters.SourceSteps;
        var allSteps = sourceSteps + ((double)plan.Count * _parameters.Steps);
        var source = sourceSteps > 0 ? TrainSource(sourceSteps / allSteps) : _parameters.Source;
        var trials = new List<TransferTrial>();
        foreach (var (transfer, count, seed) in plan)
        {
            var name = $"{(transfer ? "transfer" : "scratch")}-{count}-seed-{seed}";
            var start = (sourceSteps + ((double)trials.Count * _parameters.Steps)) / allSteps;
            var folder = Train(name, start, _parameters.Steps / allSteps, _context.Path("in"), Trial(transfer ? source : null, count, seed));
            trials.Add(new TransferTrial(transfer, count, seed, TestReport.Read(folder).Scores.Single(score => score.Weights == WeightsChoice.Last)));
        }
        var report = new TransferReport(trials);
        report.Write(Path.Combine(_folder, "study.csv"));
        return new OperationResult { Tables = [report.Summary(), report.Trials()], Plots = report.Plots() };
    }

    private string TrainSource(double share) => Train("source", 0, share, _parameters.SourceData.Length > 0 ? _parameters.SourceData : _context.Path("in"), Common with
    {
        Slices = _parameters.SourceSlices,
        Steps = _parameters.SourceSteps,
        Seed = _seeds[0],
    }).Path;

    // A folder that holds the run already is gone on with: a finished one costs the reading of its data.
    private RunFolder Train(string name, double start, double share, string data, TrainParameters parameters)
    {
        var folder = new RunFolder(Path.Combine(_folder, name));
        var context = _context with
        {
            Job = new StudyJob(_context.Job, name, start, share),
            Paths = new Dictionary<string, string> { ["in"] = data },
            OutputPath = folder.Path,
        };
        TrainNetwork.Run(context, parameters with { Resume = folder.HasRun }).Dispose();
        return folder;
    }

    private TrainParameters Trial(string? source, int count, int seed) => Common with
    {
        Slices = string.Join(',', _slices.Take(count)),
        TestSlices = _parameters.TestSlices,
        Steps = _parameters.Steps,
        // One epoch: the test at the end is all that is asked for.
        StepsPerEpoch = _parameters.Steps,
        Seed = seed,
        LearningRate = source is not null && _parameters.TransferLearningRate > 0 ? _parameters.TransferLearningRate : _parameters.LearningRate,
        StartFrom = source ?? "",
        Restore = source is null ? "" : _parameters.Restore,
        Freeze = source is null ? "" : _parameters.Freeze,
    };

    private TrainParameters Common => new()
    {
        Network = _parameters.Network,
        NetworkOptions = _parameters.NetworkOptions,
        BatchSize = _parameters.BatchSize,
        PatchSize = _parameters.PatchSize,
        LearningRate = _parameters.LearningRate,
        Schedule = _parameters.Schedule,
        Loss = _parameters.Loss,
        Normalisation = _parameters.Normalisation,
        PhaseNames = _parameters.PhaseNames,
        Device = _parameters.Device,
        HoldBack = 0,
    };

    private List<int> Counts()
    {
        if (_parameters.Counts.Count > 0)
            return [.. _parameters.Counts.Select(count => Whole("counts", count, 1, _slices.Length)).Distinct().Order()];
        var counts = new List<int>();
        for (var count = 1; count < _slices.Length; count *= 2)
            counts.Add(count);
        return [.. counts, _slices.Length];
    }

    private static int Whole(string parameter, double value, int least, int most) => value == Math.Floor(value) && value >= least && value <= most ? (int)value
        : throw new UserException($"--{parameter}: {value} is not a whole number from {least} to {most}{(parameter == "counts" ? ", the number of training slices" : "")}.");
}
