using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>A live segmenter as the host sees it: what it declares was read once, and a fault of its code or of its sessions is told as its plugin's.</summary>
internal sealed class GuardedLiveSegmenter : ILiveSegmenter, IGuarded
{
    private readonly ILiveSegmenter _segmenter;
    private readonly Guard _guard;

    /// <exception cref="PluginFaultException">A property throws, or gives null.</exception>
    public GuardedLiveSegmenter(ILiveSegmenter segmenter, Guard guard)
    {
        (_segmenter, _guard) = (segmenter, guard);
        (Id, Title, Description, Parameters) = guard.Call("its live segmenter was asked what it is", () => (segmenter.Id, segmenter.Title, segmenter.Description ?? "",
            segmenter.Parameters ?? throw new InvalidOperationException("Its Parameters are null.")));
    }

    /// <inheritdoc/>
    public PluginEntry Plugin => _guard.Plugin;

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Title { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public ParameterSchema Parameters { get; }

    /// <inheritdoc/>
    public ILiveSession Start(LiveContext context, object parameters)
    {
        var session = _guard.Call($"starting a session of '{Id}'", () => _segmenter.Start(context, parameters) ?? throw new InvalidOperationException("It gave null."));
        return session is ISliceRanking ranking ? new GuardedRankingSession(Id, session, ranking, context, _guard) : new GuardedLiveSession(Id, session, context, _guard);
    }
}
