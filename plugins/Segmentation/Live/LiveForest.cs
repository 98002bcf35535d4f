using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Live;

/// <summary>The live segmenter random-forest: grows a forest anew from all strokes after each of them.</summary>
internal sealed class LiveForest : ILiveSegmenter
{
    /// <inheritdoc/>
    public string Id => "random-forest";

    /// <inheritdoc/>
    public string Title => "Random forest";

    /// <inheritdoc/>
    public string Description => "A forest on what the greys around a voxel look like at several scales, grown anew from all strokes after each of them.";

    /// <inheritdoc/>
    public ParameterSchema Parameters { get; } = ParameterSchema.For(typeof(LiveForestParameters));

    /// <inheritdoc/>
    public ILiveSession Start(LiveContext context, object parameters)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new LiveForestSession(context, (LiveForestParameters)parameters);
    }
}
