using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>What a live segmenter asks of the user, in the shape that forms are made from: an image, strokes, and its parameters.</summary>
internal sealed class LiveForm(ILiveSegmenter segmenter) : IOperation
{
    public const string ImageInput = "image", StrokesInput = "strokes";

    public ILiveSegmenter Segmenter { get; } = segmenter;

    /// <inheritdoc/>
    public string Id => Segmenter.Id;

    /// <inheritdoc/>
    public string Title => Segmenter.Title;

    /// <inheritdoc/>
    public string Description => Segmenter.Description;

    /// <inheritdoc/>
    public ParameterSchema Parameters => Segmenter.Parameters;

    /// <inheritdoc/>
    public IReadOnlyList<OperationInput> Inputs { get; } =
    [
        new(ImageInput, InputKind.Image, "The grey volume to segment."),
        new(StrokesInput, InputKind.Labels, "What it learns from: labels painted on some voxels of the image, all others unlabelled."),
    ];

    /// <inheritdoc/>
    public OutputKind Output => default;

    /// <summary>Is not run: the session of the segmenter is, and over the whole volume the operation of <see cref="LiveApply"/>.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task<OperationResult> RunAsync(OperationContext context, object parameters) =>
        throw new NotSupportedException($"'{Id}' is a live segmenter, not an operation; over a whole volume '{LiveApply.Operation}' runs it.");
}
