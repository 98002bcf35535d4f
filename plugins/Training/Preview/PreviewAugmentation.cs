using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Preview;

/// <summary>The operation preview.augmentation: patches as a network will see them, stacked along z, the unchanged ones first.</summary>
internal static class PreviewAugmentation
{
    internal static OperationResult Run(OperationContext context, PreviewParameters parameters)
    {
        var network = context.Contributions.Get<INetwork>(parameters.Network);
        var shape = PatchShape.For(network.Id, network.Geometry(network.Options.BindText(parameters.NetworkOptions)), parameters.PatchSize, parameters.Neighbours,
            parameters.PatchDepth);
        var augmenter = Augmenters.For(parameters.Augmentation, parameters.AugmentationOptions);
        context.Job.Report(new JobProgress(0, "reading the slices"));
        var data = TrainingDataLoader.Load(context, parameters, parameters.Normalisation, shape);
        var sampler = new PatchSampler(data.Training, shape, parameters.Patches, stepsPerEpoch: 1, parameters.Seed, parameters.RarePhaseShare);
        var patches = sampler.Epoch(0);

        var stack = new VolumeShape(patches.Count * (1 + parameters.Variants), shape.Edge, shape.Edge);
        var (grey, labels) = (new Volume<float>(stack), new LabelVolume(stack, data.Phases));
        var cutter = new PatchCutter(data.Training, shape);
        for (var z = 0; z < stack.Depth; z++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Fill(z, z < patches.Count ? new NoAugmenter() : augmenter);
            context.Job.Report(new JobProgress((z + 1.0) / stack.Depth, $"patch {z + 1} of {stack.Depth}"));
        }
        var origin = $"preview.augmentation ({ParameterSchema.KebabCase($"{parameters.Augmentation}")})";
        return new OperationResult
        {
            Layers = [new ImageLayer("augmented patches", grey) { Origin = origin }, new LabelsLayer("augmented labels", labels) { Origin = origin, Opacity = 0.4f }],
            Tables = [Contents(data, patches, parameters.Variants)],
        };

        void Fill(int z, IAugmenter how)
        {
            var (planes, truth) = (new float[shape.GreyPlanes * shape.PlaneLength], new long[shape.Depth * shape.PlaneLength]);
            how.Fill(cutter, patches[z % patches.Count], RandomSource.For(parameters.Seed, RandomSource.Purpose.Augmentation, z), planes, truth);
            planes.AsSpan(shape.GreyPlanes / 2 * shape.PlaneLength, shape.PlaneLength).CopyTo(grey.Slice(z));
            var target = labels.Slice(z);
            for (var i = 0; i < target.Length; i++)
                target[i] = truth[(shape.Depth / 2 * shape.PlaneLength) + i] is var label && label == Losses.Ignored ? LabelVolume.Unlabelled : (byte)label;
        }
    }

    private static Table Contents(TrainingData data, IReadOnlyList<PatchOrigin> patches, int variants)
    {
        var table = new Table("Patches", new TableColumn("Patch"), new TableColumn("Volume"), new TableColumn("Slice"), new TableColumn("First row"),
            new TableColumn("First column"), new TableColumn("Unchanged in slice"), new TableColumn("Changed in slices"));
        for (var i = 0; i < patches.Count; i++)
        {
            var patch = patches[i];
            table.Add(i + 1, data.Training[patch.Volume].Name, patch.Z, patch.Y, patch.X, i,
                string.Join(", ", Enumerable.Range(1, variants).Select(variant => (variant * patches.Count) + i)));
        }
        return table;
    }
}
