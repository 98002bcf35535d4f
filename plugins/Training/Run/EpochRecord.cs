namespace VolumeViewer.Plugins.Training.Run;

/// <summary>What an epoch came to.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Step">Steps done at its end.</param>
/// <param name="LearningRate">Of its last step.</param>
/// <param name="Loss">Mean over its steps.</param>
/// <param name="Accuracy">Share of right voxels in the validation regions.</param>
/// <param name="IntersectionsOverUnion">Of each phase there; null for a phase that is neither there nor predicted.</param>
/// <param name="Seconds">Spent on the run so far.</param>
internal sealed record EpochRecord(
    int Number, int Step, double LearningRate, double Loss, double Accuracy, IReadOnlyList<double?> IntersectionsOverUnion, double Seconds)
{
    /// <summary>Mean over the phases that have one.</summary>
    internal double MeanIntersectionOverUnion => IntersectionsOverUnion.Average() ?? 0;
}
