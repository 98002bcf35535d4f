using TorchSharp;
using TorchSharp.Modules;

using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>The operation inspect.loss-landscape: the loss around trained weights, along two random directions.</summary>
internal static class LossLandscape
{
    internal static OperationResult Run(OperationContext context, LandscapeParameters parameters)
    {
        var (image, labels) = (context.Image("in"), context.Labels("labels"));
        if (image.Shape != labels.Shape)
            throw new UserException($"'{image.Name}' has {image.Shape} voxels (z, y, x), the labels '{labels.Name}' {labels.Shape}; they must be the same.");
        if (parameters.Points % 2 == 0)
            throw new UserException($"--points: {parameters.Points} is even, so the trained network would be no point; take {parameters.Points + 1}.");
        using var model = InspectedModel.Open(parameters.Model, parameters.Weights, context.Contributions, parameters.Device);
        using var batch = LandscapeBatch.Draw(model, image, labels, parameters);
        var (losses, accuracies) = Measure(context, model, batch, parameters);
        return LandscapeResult.Of(model.NetworkId, parameters, losses, accuracies);
    }

    /// <summary>Loss and accuracy at every point: rows go along the second direction, columns along the first.</summary>
    internal static (float[] Losses, float[] Accuracies) Measure(OperationContext context, TrainedModel model, LandscapeBatch batch, LandscapeParameters parameters)
    {
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        model.Network.eval();
        if (parameters.BatchNorm == BatchNormStatistics.Batch)
        {
            // Only these, since dropout is to stay off. Their running means move, but are not used in this mode.
            foreach (var normalisation in model.Network.modules().Where(module => module is BatchNorm2d or BatchNorm3d))
                normalisation.train();
        }
        var (first, second) = (RandomSource.For(parameters.Seed, RandomSource.Purpose.Weights, 1), RandomSource.For(parameters.Seed, RandomSource.Purpose.Weights, 2));
        var moved = model.Network.parameters().Select(parameter =>
            (Parameter: parameter, Start: parameter.detach().clone(), Along: LandscapeDirection.For(parameter, first), Across: LandscapeDirection.For(parameter, second)))
            .Where(item => item.Along is not null).ToList();
        var count = parameters.Points;
        var (losses, accuracies) = (new float[count * count], new float[count * count]);
        for (var point = 0; point < losses.Length; point++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            using var each = NewDisposeScope();
            var (along, across) = (At(point % count, parameters), At(point / count, parameters));
            foreach (var (parameter, start, one, other) in moved)
                parameter.copy_(start.add(one!.mul(along.ToScalar())).add(other!.mul(across.ToScalar())));
            var logits = model.Network.call(batch.Grey);
            losses[point] = nn.functional.cross_entropy(logits, batch.Labels, ignore_index: LandscapeBatch.Ignored).cpu().item<float>();
            accuracies[point] = logits.argmax(1).eq(batch.Labels).to_type(ScalarType.Float32).sum().cpu().item<float>() / batch.Labelled;
            context.Job.Report(new JobProgress((point + 1.0) / losses.Length, $"point {point + 1} of {losses.Length}, loss {losses[point]:0.000}"));
        }
        return (losses, accuracies);
    }

    /// <summary>How far along a direction a point is.</summary>
    internal static double At(int index, LandscapeParameters parameters) => ((2.0 * index / (parameters.Points - 1)) - 1) * parameters.Radius;
}
