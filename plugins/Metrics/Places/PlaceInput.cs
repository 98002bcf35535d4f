using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Places;

/// <summary>The image and the labels that are measured at a place, and places typed by the user.</summary>
internal sealed record PlaceInput(ImageLayer? Image, LabelsLayer? Labels, Spacing Spacing)
{
    /// <summary>The inputs: an image, labels, or both.</summary>
    public static IReadOnlyList<OperationInput> Inputs { get; } =
    [
        new("in", InputKind.Image, "The image to measure.") { Optional = true },
        new("labels", InputKind.Labels, "The labels to measure.") { Optional = true },
    ];

    /// <summary>What was given.</summary>
    /// <exception cref="UserException">Nothing was given.</exception>
    public static PlaceInput Of(OperationContext context)
    {
        var image = context.Layers.ContainsKey("in") ? context.Image("in") : null;
        var labels = context.Layers.ContainsKey("labels") ? context.Labels("labels") : null;
        return (image, labels) switch
        {
            (null, null) => throw new UserException("There is nothing to measure: give an image with --in, labels with --labels, or both."),
            (null, not null) => new PlaceInput(null, labels, labels.Spacing),
            _ => new PlaceInput(image, labels, image!.Spacing),
        };
    }

    /// <summary>A place from three numbers (z, y, x).</summary>
    /// <param name="numbers">As typed.</param>
    /// <param name="name">Of the parameter, for messages.</param>
    /// <param name="inVoxels">Whether they count voxels: a whole number is the centre of the voxel of that index. Otherwise they are lengths from the volume's corner.</param>
    /// <exception cref="UserException">There are not three, or one is not finite.</exception>
    public WorldPoint Place(IReadOnlyList<double> numbers, string name, bool inVoxels)
    {
        if (numbers.Count != 3 || !numbers.All(double.IsFinite))
            throw new UserException($"'{name}' must be three numbers in the order z,y,x, such as 10,20.5,30; got '{string.Join(",", numbers)}'.");
        return inVoxels ? new WorldPoint((numbers[0] + 0.5) * Spacing.Z, (numbers[1] + 0.5) * Spacing.Y, (numbers[2] + 0.5) * Spacing.X) : new WorldPoint(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>The name of a label's phase.</summary>
    public string PhaseName(byte? label) => label switch
    {
        null => "outside",
        LabelVolume.Unlabelled => "unlabelled",
        { } phase => Labels!.Phases[phase].Name,
    };
}
