using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>The live segmenter live-cnn: a small network that learns a few steps after each stroke, and on in the pauses.</summary>
internal sealed class LiveCnn : ILiveSegmenter
{
    /// <inheritdoc/>
    public string Id => "live-cnn";

    /// <inheritdoc/>
    public string Title => "Live network";

    /// <inheritdoc/>
    public string Description =>
        "A small network that learns a few steps after each stroke and goes on while you look. It sees shapes where a forest sees greys, and needs more strokes.";

    /// <inheritdoc/>
    public ParameterSchema Parameters { get; } = ParameterSchema.For(typeof(LiveCnnParameters));

    /// <inheritdoc/>
    public ILiveSession Start(LiveContext context, object parameters)
    {
        ArgumentNullException.ThrowIfNull(context);
        var chosen = (LiveCnnParameters)parameters;
        if (context.Phases.Count < 2)
            throw new UserException("A network tells at least two phases apart; add a phase to the strokes.");
        var network = context.Contributions.Get<INetwork>(chosen.Network);
        var options = network.Options.BindText(chosen.NetworkOptions);
        var geometry = network.Geometry(options);
        if (geometry.Dimensions != 2)
            throw new UserException($"The network '{network.Id}' works on volumes; live segmentation needs one that works on slices, such as lrcs-net.");
        return new LiveCnnSession(context, chosen, network, options, geometry);
    }
}
