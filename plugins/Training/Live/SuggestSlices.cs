using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>The operation suggest.slices: which slices of a volume are worth labelling next.</summary>
internal static class SuggestSlices
{
    internal const string Id = "suggest.slices";

    internal static IOperation Create() => new Operation<SuggestSlicesParameters>(Id, "Where to label next", Run)
    {
        Description = "Ranks slices by how undecided a network is there, and how unlike they are to the slices that are labelled already.",
        Inputs =
        [
            new OperationInput("in", InputKind.Image, "The grey volume."),
            new OperationInput("strokes", InputKind.Labels, "What is labelled so far, all else unlabelled. May be left out when a model is given.") { Optional = true },
        ],
        // The rounding of another machine can turn two slices of nearly equal rank.
        IsDeterministic = false,
    };

    private static OperationResult Run(OperationContext context, SuggestSlicesParameters parameters)
    {
        var image = context.Image("in");
        var strokes = context.Layers.ContainsKey("strokes") ? LiveStrokes.Of(context.Labels("strokes").Labels, context.CancellationToken) : null;
        if (strokes is not null && strokes.Shape != image.Shape)
            throw new UserException($"The strokes have {strokes.Shape} voxels (z, y, x), the image '{image.Name}' has {image.Shape}; give strokes painted on this image.");
        var labelled = Labelled(parameters, image.Shape.Depth);
        if (strokes is not null)
            labelled.UnionWith(strokes.Slices);
        return parameters.Model.Length > 0
            ? WithModel(context, parameters, image, labelled)
            : WithStrokes(context, parameters, image, strokes ?? throw new UserException("Give a run folder as --model, or strokes to learn from as --strokes."), labelled);
    }

    private static OperationResult WithModel(OperationContext context, SuggestSlicesParameters parameters, ImageLayer image, HashSet<int> labelled)
    {
        using var model = TrainedModel.Open(parameters.Model, parameters.Weights, context.Contributions, parameters.Device.Find());
        var first = model.Network.parameters().FirstOrDefault(weight => weight.dim() >= 4);
        if (model.Geometry.Dimensions != 2 || (first is not null && first.shape[1] != 1))
            throw new UserException($"The network of '{parameters.Model}' takes more than one slice at a time; only networks that take one grey slice can rank slices.");
        var slices = new SliceCache(image.Volume, slice => model.Normalisation.Apply(slice, image.Statistics));
        var predictor = new RegionPredictor(model.Network, model.Geometry, model.Device, slices);
        return Result(new SliceRanking(slices, predictor).Rank(labelled, parameters.Count, parameters.Samples, new Reports(context.Job, 0, 1), context.CancellationToken));
    }

    private static OperationResult WithStrokes(OperationContext context, SuggestSlicesParameters parameters, ImageLayer image, LiveStrokes strokes, HashSet<int> labelled)
    {
        var segmenter = new LiveCnn();
        var chosen = (LiveCnnParameters)segmenter.Parameters.BindText(parameters.Options) with { Device = parameters.Device };
        using var session = (LiveCnnSession)segmenter.Start(new LiveContext(image.Volume, image.Statistics, strokes.Phases, context.Contributions), chosen);
        var learning = new Reports(context.Job, 0, 0.5);
        session.Learn(strokes, VoxelBox.Of(strokes.Shape), learning, context.CancellationToken);
        while (session.Refine(learning, context.CancellationToken))
            context.CancellationToken.ThrowIfCancellationRequested();
        return Result(session.RankSlices(labelled, parameters.Count, parameters.Samples, new Reports(context.Job, 0.5, 0.5), context.CancellationToken));
    }

    private static HashSet<int> Labelled(SuggestSlicesParameters parameters, int depth)
    {
        if (parameters.LabelledSlices.FirstOrDefault(z => z != Math.Floor(z) || z < 0 || z >= depth, -1) is var bad and not -1)
            throw new UserException($"--labelled-slices: {bad} is no slice of the volume; it has the slices 0 to {depth - 1}.");
        return [.. parameters.LabelledSlices.Select(z => (int)z)];
    }

    private static OperationResult Result(IReadOnlyList<SliceSuggestion> suggestions)
    {
        var table = new Table("slices to label next", new TableColumn("slice"), new TableColumn("score", Format: "0.0000"), new TableColumn("uncertainty", Format: "0.0000"),
            new TableColumn("novelty", Format: "0.0000"), new TableColumn("why"));
        foreach (var suggestion in suggestions)
            table.Add(suggestion.Slice, suggestion.Score, suggestion.Uncertainty, suggestion.Novelty, suggestion.Reason);
        return new OperationResult { Tables = [table] };
    }

    private sealed class Reports(IJobContext job, double from, double share) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => job.Report(new JobProgress(from + (share * value.Fraction), value.Status));
    }
}
