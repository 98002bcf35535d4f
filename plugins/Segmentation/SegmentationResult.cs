using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Labels with the count of voxels of each phase.</summary>
/// <param name="Labels">The labels; who asked for them owns them.</param>
/// <param name="Voxels">By label.</param>
/// <param name="Unlabelled">Voxels without a grey value.</param>
internal sealed record SegmentationResult(LabelVolume Labels, long[] Voxels, long Unlabelled)
{
    /// <summary>The input every segmentation by grey value takes.</summary>
    public static IReadOnlyList<OperationInput> Inputs { get; } = [new("in", InputKind.Image, "The grey volume to segment.")];

    /// <summary>Voxels that got a phase.</summary>
    public long Labelled => Voxels.Sum();

    /// <summary>Share of a phase in the voxels that got one.</summary>
    public double Fraction(int label) => Voxels[label] / (double)Labelled;

    /// <summary>The layer with its tables.</summary>
    public OperationResult ToOperationResult(ImageLayer image, string operationId, string method, IEnumerable<Table> tables) => new()
    {
        Layers = [new LabelsLayer($"{image.Name}, {method}", Labels) { Origin = $"{operationId} of {image.Name}" }],
        Tables = [.. tables],
    };
}
