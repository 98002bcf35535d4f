using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>Who is told what a <see cref="LiveWorker"/> does; called on the worker's thread.</summary>
internal interface ILiveAudience
{
    /// <summary>What it is at.</summary>
    void Say(string text);

    /// <summary>A region was predicted. The buffers belong to the audience from now on.</summary>
    /// <param name="box">Which voxels.</param>
    /// <param name="labels">Their phases, and <see cref="LabelVolume.Unlabelled"/> where a first, coarse answer has none.</param>
    /// <param name="uncertainty">From 0 to 255.</param>
    /// <param name="elapsed">Since the strokes or the view were handed over, or null for a coarse answer, and for what was learnt on.</param>
    void Show(VoxelBox box, byte[] labels, byte[] uncertainty, TimeSpan? elapsed);

    /// <summary>It has learnt all there is, or waits for more strokes.</summary>
    /// <param name="hint">What the user has to do first, or null.</param>
    void Rest(string? hint);

    /// <summary>The slices worth labelling next.</summary>
    void Rank(IReadOnlyList<SliceSuggestion> slices);

    /// <summary>It ended, and nothing is read or called any more.</summary>
    /// <param name="failure">Why, where it was not told to.</param>
    void End(Exception? failure);
}
