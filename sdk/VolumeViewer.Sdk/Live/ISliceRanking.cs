namespace VolumeViewer.Sdk;

/// <summary>A live session that can say on which slices further strokes would teach it most.</summary>
public interface ISliceRanking
{
    /// <summary>The slices worth labelling next, the best first. Called like the methods of <see cref="ILiveSession"/>, after a Learn that ended well.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="progress">May be told how far it is.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    IReadOnlyList<SliceSuggestion> RankSlices(int count, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default);
}
