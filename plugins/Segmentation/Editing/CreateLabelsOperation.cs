using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The parameters of create.labels.</summary>
internal sealed record CreateLabelsParameters
{
    [Parameter("Phases", Help = "Names of the phases, with commas between; they get the values 0, 1, 2 … in files.")]
    public string Phases { get; init; } = "pore, active material, binder";
}

/// <summary>create.labels: labels of the size of an image, in which nothing is labelled yet.</summary>
internal static class CreateLabelsOperation
{
    private const string Input = "in";

    public static Operation<CreateLabelsParameters> Create() => new("create.labels", "New labels with named phases", Run)
    {
        Description = "Makes labels of the size of an image with phases of these names. Nothing is labelled at first: paint on them, to train a segmentation or to begin one.",
        Inputs = [new OperationInput(Input, InputKind.Image, "The image that the labels are for.")],
        ShapeOf = Input,
    };

    private static OperationResult Run(OperationContext context, CreateLabelsParameters parameters)
    {
        var image = context.Image(Input);
        var names = parameters.Phases.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length is 0 or > PhaseTable.MaxCount)
            throw new UserException($"--phases names {names.Length} phases; give 1 to {PhaseTable.MaxCount} names with commas between.");
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UserException($"--phases names '{twice.Key}' twice; give each phase its own name.");
        var labels = new LabelVolume(image.Shape, PhaseTable.Named(names), image.Spacing);
        labels.ForEachSlice(z => labels.Slice(z).Fill(LabelVolume.Unlabelled), context.CancellationToken);
        return new OperationResult { Layers = [new LabelsLayer($"{image.Name} labels", labels) { Origin = $"create.labels of {image.Name}" }] };
    }
}
