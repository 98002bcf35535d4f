namespace VolumeViewer.Sdk;

/// <summary>What a <see cref="ILiveSegmenter"/> has learnt from the strokes on one image.</summary>
/// <remarks>
/// Called from background threads, never from two at a time, and disposed after the last call has ended. A call that is cancelled leaves a session that can go on:
/// what was learnt before may be lost or kept, the next <see cref="Learn"/> gets all strokes again. A session that can say where to paint next is a
/// <see cref="ISliceRanking"/> too.
/// </remarks>
public interface ILiveSession : IDisposable
{
    /// <summary>How many slices are best predicted at once when a whole volume is; more save the rims that neighbouring regions share, and take more memory.</summary>
    int SlabDepth => 1;

    /// <summary>Learns from the strokes as they stand. After a stroke it should take well below a second.</summary>
    /// <param name="strokes">Every voxel the user labelled; lent for the call. Voxels may have been taken back, or have got another phase.</param>
    /// <param name="changed">Holds every voxel whose label differs from that of the last call that was not cancelled; the whole image at the first.</param>
    /// <param name="progress">May be told how far it is.</param>
    /// <param name="cancellationToken">Cancelled as soon as there is a newer stroke: look at it often, at least every 50 ms.</param>
    /// <exception cref="UserException">The strokes do not suffice: fewer than two phases are labelled, say. Told to the user as it is.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    void Learn(LiveStrokes strokes, VoxelBox changed, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Labels the voxels of a region with what was learnt last. Called only after a <see cref="Learn"/> that ended well.</summary>
    /// <param name="region">Which voxels, and room for the answer: all of <see cref="LiveRegion.Labels"/> is filled with phases, the others where they are known.</param>
    /// <param name="progress">May be told how far it is.</param>
    /// <param name="cancellationToken">As for <see cref="Learn"/>.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    void Predict(LiveRegion region, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Learns on from the same strokes while the user looks at the result; at most a second at a time.</summary>
    /// <returns>Whether there is more to gain: then the region is predicted again, and this is called again. False where one <see cref="Learn"/> learns all there is.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    bool Refine(IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) => false;
}
