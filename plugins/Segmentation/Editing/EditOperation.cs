using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Makes operations that take labels and give them back changed.</summary>
internal static class EditOperation
{
    public const string LabelsInput = "in", GreyInput = "grey";

    /// <param name="id">verb.noun.</param>
    /// <param name="title">In menus; behind the layer's name too, in lower case.</param>
    /// <param name="description">A sentence or two.</param>
    /// <param name="run">Makes the labels; where they may not change, they are put back afterwards.</param>
    /// <param name="greyHelp">What the image is for, where the operation needs one; null where it only limits.</param>
    /// <param name="more">Further inputs.</param>
    public static Operation<T> Create<T>(
        string id, string title, string description, Func<LabelEdit, T, LabelVolume> run, string? greyHelp = null, params IEnumerable<OperationInput> more) where T : EditParameters, new() =>
        new(id, title, (context, parameters) => Run(id, title, context, parameters, run))
        {
            Description = description,
            Inputs =
            [
                new(LabelsInput, InputKind.Labels, "The labels to change."),
                .. more,
                new(GreyInput, InputKind.Image, greyHelp ?? "An image of the same size, for changing only voxels of some grey values.") { Optional = greyHelp is null },
            ],
            ShapeOf = LabelsInput,
            Edits = LabelsInput,
        };

    private static OperationResult Run<T>(string id, string title, OperationContext context, T parameters, Func<LabelEdit, T, LabelVolume> run) where T : EditParameters
    {
        var edit = new LabelEdit(context, parameters);
        var labels = run(edit, parameters);
        try
        {
            var counts = new ChangeCounts(edit, labels);
            return new OperationResult
            {
                Layers = [new LabelsLayer($"{edit.Layer.Name}, {title.ToLowerInvariant()}", labels) { Origin = $"{id} of {edit.Layer.Name}" }],
                Tables = [counts.ToTable()],
            };
        }
        catch
        {
            labels.Dispose();
            throw;
        }
    }
}
