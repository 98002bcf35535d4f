using System.Diagnostics;

using TorchSharp;

using VolumeViewer.Plugins.Training.Predict.Files;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>The operation predict.network: a volume through one network or several, part by part.</summary>
internal static class PredictVolume
{
    // Larger volumes are worth a work folder, so that hours of work are not lost.
    private const long LeastVoxelsToKeep = 64_000_000;

    internal static OperationResult Run(OperationContext context, PredictParameters parameters)
    {
        var image = context.Image("in");
        var device = parameters.Device.Find();
        var models = TrainedModel.OpenAll(parameters.Model, parameters.Weights, context.Contributions, device);
        try
        {
            if (parameters.MixedPrecision && device.type == DeviceType.CUDA)
            {
                foreach (var model in models)
                    model.UseHalfPrecision();
            }
            return Run(context, new PredictionTask(context.Job, image, models, parameters));
        }
        finally
        {
            foreach (var model in models)
                model.Dispose();
        }
    }

    private static OperationResult Run(OperationContext context, PredictionTask task)
    {
        Check(task);
        var clock = Stopwatch.StartNew();
        var (shape, parameters) = (task.Shape, task.Parameters);
        var plan = task.Plan(shape.Height, shape.Width, shape.Depth);
        var slabDepth = task.SlabDepth(plan);
        var isVote = parameters.Axes != SliceAxes.Z;
        var parts = isVote ? AxisVote.Parts(parameters.Axes, shape) : (shape.Depth + slabDepth - 1) / slabDepth;
        var isKept = IsKept(context, task);
        using var work = isKept || isVote
            ? PredictionWork.Open(isKept ? context.OutputPath : null, isKept ? task.Header(slabDepth) : "", parts, parameters.Resume) : null;
        var before = work?.PartsDone ?? 0;
        if (before > 0)
            task.Job.Log($"{before} of {parts} parts were done before, and are taken over.");
        var results = new ResultVolumes(shape, task.Image.Spacing, task.Models[0].Phases, parameters, isKept ? work : null);
        try
        {
            if (isVote)
                new AxisVote(task, work!).Run(results);
            else
                SlabPrediction.Run(task, plan, slabDepth, results, work);
            return Result(task, results, isKept, work, clock.Elapsed.TotalSeconds, (double)(parts - before) / parts);
        }
        catch (Exception fault)
        {
            results.Dispose();
            if (fault is OperationCanceledException && isKept)
                task.Job.Log("What is done stays in the work folder beside the output; run the same again with --resume true to go on.");
            throw;
        }
    }

    private static void Check(PredictionTask task)
    {
        var axes = task.Parameters.Axes;
        if (axes != SliceAxes.Z && task.InThree)
        {
            throw new UserException($"--axes {axes.ToString().ToLowerInvariant()}: the network '{task.Models[0].NetworkId}' labels blocks, not slices. "
                + "Leave --axes out, or give a network of two dimensions.");
        }
        var spacing = task.Image.Spacing;
        if (axes != SliceAxes.Z && Math.Max(spacing.Z, Math.Max(spacing.Y, spacing.X)) > 1.05 * spacing.Finest)
        {
            task.Job.Log($"Warning: voxels are {spacing.Z:G4} × {spacing.Y:G4} × {spacing.X:G4} µm (z, y, x), so slices across y and x look "
                + "stretched to a network that learned from slices across z. Resample the volume to equal lengths, or keep to --axes z.");
        }
    }

    // Only what goes to a file can be gone on with; and there a large volume need not be in memory.
    private static bool IsKept(OperationContext context, PredictionTask task)
    {
        if (context.OutputPath is not { Length: > 0 } output || Path.GetExtension(output).ToLowerInvariant() is ".csv" or ".json")
            return false;
        var bytes = task.Shape.VoxelCount * ResultVolumes.BytesPerVoxel(task.Parameters, task.Phases);
        return task.Parameters.Resume || task.Shape.VoxelCount >= LeastVoxelsToKeep || bytes > task.MemoryBytes / 8;
    }

    private static OperationResult Result(PredictionTask task, ResultVolumes results, bool isKept, PredictionWork? work, double seconds, double share)
    {
        var network = string.Join(" + ", task.Models.Select(model => model.NetworkId).Distinct());
        var voxels = task.Shape.VoxelCount;
        var speed = new Table("Prediction", new TableColumn("Network"), new TableColumn("Voxels"), new TableColumn("Time", "s", "0.00"),
            new TableColumn("Speed", "Mvoxel/s", "0.00")).Add(network, voxels, seconds, voxels * share / seconds / 1e6);
        var counts = results.Count();
        var fractions = new Table("Volume fractions", new TableColumn("Phase"), new TableColumn("Volume fraction"));
        for (var phase = 0; phase < counts.Length; phase++)
            fractions.Add(task.Models[0].Phases[phase].Name, (double)counts[phase] / voxels);
        var layers = results.GiveAway(task.Image.Name, network);
        if (!isKept)
            work?.GiveAway([]);
        return new OperationResult { Layers = layers, Tables = [speed, fractions] };
    }
}
