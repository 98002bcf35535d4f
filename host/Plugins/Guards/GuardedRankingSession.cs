using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>A session that can say where to label next, as the host sees it.</summary>
internal sealed class GuardedRankingSession(string id, ILiveSession session, ISliceRanking ranking, LiveContext context, Guard guard)
    : GuardedLiveSession(id, session, context, guard), ISliceRanking
{
    private readonly (string Doing, int Depth) _about = ($"'{id}' ranked slices", context.Image.Shape.Depth);
    private readonly Guard _guard = guard;

    /// <inheritdoc/>
    public IReadOnlyList<SliceSuggestion> RankSlices(int count, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var suggestions = _guard.Call(_about.Doing, () => ranking.RankSlices(count, progress, cancellationToken)?.ToList() ?? throw new InvalidOperationException("It gave null."));
        if (suggestions.Find(suggestion => suggestion is null || suggestion.Slice < 0 || suggestion.Slice >= _about.Depth) is { } bad)
            throw _guard.Fault(_about.Doing, new InvalidOperationException($"It named slice {bad.Slice}; there are the slices 0 to {_about.Depth - 1}."));
        if (suggestions.Contains(null!))
            throw _guard.Fault(_about.Doing, new InvalidOperationException("It gave null among the suggestions."));
        return suggestions;
    }
}
