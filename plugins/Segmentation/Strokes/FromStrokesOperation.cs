using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>segment.from-strokes: any live segmenter over a whole volume, learning from strokes that were painted before.</summary>
internal static class FromStrokesOperation
{
    private const string Id = "segment.from-strokes", ImageInput = "in", StrokesInput = "strokes";

    // Of the whole run; the rest is predicting.
    private const double LearningShare = 0.2;

    private const long MostVoxelsAtOnce = 1 << 26;

    public static Operation<FromStrokesParameters> Create() => new(Id, "Segment from strokes", Run)
    {
        Description = "Learns from voxels that were labelled by hand, a few strokes say, and labels every voxel.",
        Inputs =
        [
            new(ImageInput, InputKind.Image, "The grey volume to segment."),
            new(StrokesInput, InputKind.Labels, "Labels of some of its voxels; all others unlabelled."),
        ],
        ShapeOf = ImageInput,
        // A segmenter may learn as long as time allows, or with a network whose last digits depend on the machine.
        IsDeterministic = false,
    };

    private static OperationResult Run(OperationContext context, FromStrokesParameters parameters)
    {
        var (image, token) = (context.Image(ImageInput), context.CancellationToken);
        var strokes = Strokes(context.Labels(StrokesInput), parameters.UnlabelledValue, token);
        if (strokes.Shape != image.Shape)
            throw new UserException($"The strokes have {strokes.Shape} voxels (z, y, x), the image '{image.Name}' has {image.Shape}; give strokes painted on this image.");
        if (strokes.Count == 0)
            throw new UserException("No voxel of the strokes is labelled; paint a stroke of each phase."
                + (parameters.UnlabelledValue is null ? "" : $" {parameters.UnlabelledValue} was taken for unlabelled."));
        var segmenter = context.Contributions.Get<ILiveSegmenter>(parameters.Segmenter);
        using var session = segmenter.Start(new LiveContext(image.Volume, image.Statistics, strokes.Phases, context.Contributions), segmenter.Parameters.BindText(parameters.Options));
        var learning = new Part(context.Job, 0, LearningShare);
        session.Learn(strokes, VoxelBox.Of(strokes.Shape), learning, token);
        while (session.Refine(learning, token))
            token.ThrowIfCancellationRequested();
        return Predict(context, image, session, strokes.Phases, parameters);
    }

    private static OperationResult Predict(OperationContext context, ImageLayer image, ILiveSession session, PhaseTable phases, FromStrokesParameters parameters)
    {
        var shape = image.Shape;
        var labels = new LabelVolume(shape, phases, image.Spacing);
        var probability = parameters.Probability ? new Volume<byte>(shape, image.Spacing) : null;
        var uncertainty = parameters.Uncertainty ? new Volume<byte>(shape, image.Spacing) : null;
        var depth = (int)Math.Clamp(MostVoxelsAtOnce / shape.SliceLength, 1, Math.Clamp(session.SlabDepth, 1, shape.Depth));
        var voxels = new long[phases.Count];
        for (var z = 0; z < shape.Depth; z += depth)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(depth, shape.Depth - z);
            var region = new LiveRegion(new VoxelBox(z, 0, 0, count, shape.Height, shape.Width));
            session.Predict(region, null, context.CancellationToken);
            for (var slice = 0; slice < count; slice++)
            {
                var place = new Range(slice * shape.SliceLength, (slice + 1) * shape.SliceLength);
                region.Labels.Span[place].CopyTo(labels.Slice(z + slice));
                if (probability is not null)
                    region.Probability.Span[place].CopyTo(probability.Slice(z + slice));
                if (uncertainty is not null)
                    region.Uncertainty.Span[place].CopyTo(uncertainty.Slice(z + slice));
            }
            foreach (var label in region.Labels.Span)
                voxels[label]++;
            context.Job.Report(new JobProgress(LearningShare + ((1 - LearningShare) * (z + count) / shape.Depth), $"slice {z + count} of {shape.Depth}"));
        }
        var table = new Table("phases", new("phase"), new("voxels"), new("volume fraction", Format: "0.000000"));
        for (var label = 0; label < phases.Count; label++)
            table.Add(phases[label].Name, voxels[label], voxels[label] / (double)shape.VoxelCount);
        List<Layer> layers = [new LabelsLayer($"{image.Name} from strokes", labels) { Origin = Id }];
        if (probability is not null)
            layers.Add(Shares($"{image.Name} probability", probability));
        if (uncertainty is not null)
            layers.Add(Shares($"{image.Name} uncertainty", uncertainty));
        return new OperationResult { Layers = layers, Tables = [table] };
    }

    private static ImageLayer Shares(string name, Volume<byte> volume) =>
        new(name, volume) { ContrastLimits = new ContrastLimits(0, byte.MaxValue), Visible = false, Origin = Id };

    // The labelled voxels; the phase of the given file value, if there is one, counts as unlabelled and leaves the table.
    private static LiveStrokes Strokes(LabelsLayer layer, int? unlabelledValue, CancellationToken token)
    {
        var phases = layer.Phases;
        var gone = unlabelledValue is { } value ? phases.ToList().FindIndex(phase => phase.FileValue == value) : -1;
        if (gone < 0)
            return LiveStrokes.Of(layer.Labels.WithPhases(phases), token);
        if (phases.Count == 1)
            throw new UserException($"The strokes have no phase but {unlabelledValue}, which stands for unlabelled.");
        var strokes = new LiveStrokes(layer.Shape, new PhaseTable(phases.Where((_, label) => label != gone)));
        var slice = new byte[layer.Shape.SliceLength];
        for (var z = 0; z < layer.Shape.Depth; z++)
        {
            token.ThrowIfCancellationRequested();
            layer.Labels.Slice(z).CopyTo(slice);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = slice[i] == gone ? LabelVolume.Unlabelled : slice[i] > gone && slice[i] != LabelVolume.Unlabelled ? (byte)(slice[i] - 1) : slice[i];
            strokes.Set(new VoxelBox(z, 0, 0, 1, layer.Shape.Height, layer.Shape.Width), slice);
        }
        return strokes;
    }

    // The progress of a part of the run.
    private sealed class Part(IJobContext job, double from, double share) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => job.Report(new JobProgress(from + (share * value.Fraction), value.Status));
    }
}
