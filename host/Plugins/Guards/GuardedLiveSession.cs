using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>A session of a live segmenter as the host sees it; what it answers is checked before anybody sees it.</summary>
internal class GuardedLiveSession(string id, ILiveSession session, LiveContext context, Guard guard) : ILiveSession, IGuarded
{
    private bool _isDisposed;

    /// <inheritdoc/>
    public PluginEntry Plugin => guard.Plugin;

    /// <inheritdoc/>
    public int SlabDepth => Math.Max(1, guard.Call($"'{id}' was asked how many slices it likes", () => session.SlabDepth));

    /// <inheritdoc/>
    public void Learn(LiveStrokes strokes, VoxelBox changed, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        guard.Call($"'{id}' learnt from strokes", () => session.Learn(strokes, changed, progress, cancellationToken));

    /// <inheritdoc/>
    public void Predict(LiveRegion region, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var doing = $"'{id}' predicted {region.Box}";
        guard.Call(doing, () => session.Predict(region, progress, cancellationToken));
        var last = (byte)(context.Phases.Count - 1);
        if (region.Labels.Span.ContainsAnyExceptInRange((byte)0, last))
        {
            var place = region.Labels.Span.IndexOfAnyExceptInRange((byte)0, last);
            throw guard.Fault(doing, new InvalidOperationException(
                $"It gave the label {region.Labels.Span[place]} to voxel {place} of the region; there are the phases 0 to {last}, and every voxel must have one."));
        }
    }

    /// <inheritdoc/>
    public bool Refine(IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        guard.Call($"'{id}' learnt on", () => session.Refine(progress, cancellationToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        GC.SuppressFinalize(this);
        guard.Call($"ending a session of '{id}'", session.Dispose);
    }
}
