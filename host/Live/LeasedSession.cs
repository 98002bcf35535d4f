using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>A session together with its hold on the plugins that it uses, which it gives back when it ends.</summary>
internal sealed class LeasedSession : ILiveSession, ISliceRanking
{
    private readonly LiveLeases _leases;
    private readonly ILiveSession _session;
    private LiveStrokes? _strokes;

    /// <param name="plugins">All plugins.</param>
    /// <param name="segmenter">Who learns.</param>
    /// <param name="image">The image.</param>
    /// <param name="phases">The phases of the strokes.</param>
    /// <param name="parameters">A checked record.</param>
    /// <param name="end">Asks the session to end; called from any thread.</param>
    /// <exception cref="UserException">The plugin is gone or about to be replaced, or the image does not fit.</exception>
    public LeasedSession(PluginManager plugins, ILiveSegmenter segmenter, ImageLayer image, PhaseTable phases, object parameters, Action end)
    {
        _leases = new LiveLeases(plugins, end);
        try
        {
            _leases.Use(segmenter);
            _session = segmenter.Start(new LiveContext(image.Volume, image.Statistics, phases, _leases), parameters);
        }
        catch
        {
            _leases.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public int SlabDepth => _session.SlabDepth;

    /// <inheritdoc/>
    public void Learn(LiveStrokes strokes, VoxelBox changed, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        _session.Learn(strokes, changed, progress, cancellationToken);
        _strokes = strokes;
    }

    /// <inheritdoc/>
    public void Predict(LiveRegion region, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _session.Predict(region, progress, cancellationToken);

    /// <inheritdoc/>
    public bool Refine(IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) => _session.Refine(progress, cancellationToken);

    /// <summary>The session's own ranking, or one by samples where it has none.</summary>
    public IReadOnlyList<SliceSuggestion> RankSlices(int count, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _session is ISliceRanking ranking ? ranking.RankSlices(count, progress, cancellationToken) : SampledRanking.Of(_session, _strokes!, count, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _session.Dispose();
        }
        finally
        {
            _leases.Dispose();
        }
    }
}
