using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>The operation predict.network: one slice after the other through the network.</summary>
internal static class PredictVolume
{
    internal static OperationResult Run(OperationContext context, PredictParameters parameters)
    {
        var image = context.Image("in");
        using var model = TrainedModel.Open(parameters.Model, parameters.Weights, context.Contributions, parameters.Device.Find());
        var clock = Stopwatch.StartNew();
        var labels = new LabelVolume(image.Shape, model.Phases, image.Spacing);
        Volume<byte>[] probabilities = [];
        try
        {
            if (parameters.Probabilities)
                probabilities = [.. model.Phases.Select(_ => new Volume<byte>(image.Shape, image.Spacing))];
            Predict(context.Job, image, model, parameters.PatchSize, labels, probabilities);
            return Result(image, model, labels, probabilities, clock.Elapsed.TotalSeconds);
        }
        catch
        {
            labels.Dispose();
            foreach (var volume in probabilities)
                volume.Dispose();
            throw;
        }
    }

    private static void Predict(IJobContext job, ImageLayer image, TrainedModel model, int patchSize, LabelVolume labels, Volume<byte>[] probabilities)
    {
        var shape = image.Shape;
        var predictor = new SlicePredictor(model.Network, model.Geometry, model.Device, patchSize);
        // Two slices in turn: one is read and normalised while the other is in the network.
        var (current, next) = (new float[shape.SliceLength], new float[shape.SliceLength]);
        Read(0, current);
        for (var z = 0; z < shape.Depth; z++)
        {
            job.CancellationToken.ThrowIfCancellationRequested();
            var (following, target) = (z + 1, next);
            var reading = following < shape.Depth ? Task.Run(() => Read(following, target)) : Task.CompletedTask;
            try
            {
                var planes = probabilities.Select(volume => volume.SliceMemory(z)).ToList();
                predictor.Predict(current, shape.Height, shape.Width, labels.Slice(z), planes.Count > 0 ? planes : null, job.CancellationToken);
            }
            finally
            {
                // Blocks on purpose: torch is to stay on this thread, and the reader must be done with its buffer in any case.
                reading.GetAwaiter().GetResult();
            }
            (current, next) = (next, current);
            job.Report(new JobProgress((z + 1.0) / shape.Depth, $"slice {z + 1} of {shape.Depth}"));
        }

        void Read(int z, float[] slice)
        {
            image.Volume.ReadSlice(z, slice);
            model.Normalisation.Apply(slice, image.Statistics);
        }
    }

    private static OperationResult Result(ImageLayer image, TrainedModel model, LabelVolume labels, Volume<byte>[] probabilities, double seconds)
    {
        var voxels = image.Shape.VoxelCount;
        var speed = new Table("Prediction", new TableColumn("Network"), new TableColumn("Voxels"), new TableColumn("Time", "s", "0.00"),
            new TableColumn("Speed", "Mvoxel/s", "0.00")).Add(model.NetworkId, voxels, seconds, voxels / seconds / 1e6);
        var origin = $"predict.network ({model.NetworkId}) of {image.Name}";
        var layers = new List<Layer> { new LabelsLayer($"{image.Name} ({model.NetworkId})", labels) { Origin = origin } };
        for (var phase = 0; phase < probabilities.Length; phase++)
        {
            layers.Add(new ImageLayer($"{image.Name}, probability of {model.Phases[phase].Name}", probabilities[phase])
            {
                Origin = origin,
                Visible = false,
                ContrastLimits = new ContrastLimits(0, 255),
            });
        }
        return new OperationResult { Layers = layers, Tables = [speed, Fractions(labels)] };
    }

    private static Table Fractions(LabelVolume labels)
    {
        var counts = new long[labels.Phases.Count];
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            foreach (var label in labels.Slice(z))
                counts[label]++;
        }
        var table = new Table("Volume fractions", new TableColumn("Phase"), new TableColumn("Volume fraction"));
        for (var phase = 0; phase < counts.Length; phase++)
            table.Add(labels.Phases[phase].Name, (double)counts[phase] / labels.Shape.VoxelCount);
        return table;
    }
}
