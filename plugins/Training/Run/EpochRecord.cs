using VolumeViewer.Plugins.Training.Learn;

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
    internal const string ValidationLoss = "validation loss";
    internal const string VolumeFractionError = "volume fraction error";
    internal const string InterfaceAreaError = "interface area error";

    /// <summary>Mean over the phases that have one.</summary>
    internal double MeanIntersectionOverUnion => IntersectionsOverUnion.Average() ?? 0;

    /// <summary>Whatever else was measured, by the name of its column in the metrics; null where there was nothing to measure.</summary>
    internal IReadOnlyList<KeyValuePair<string, double?>> Further { get; init; } = [];

    /// <summary>How good the epoch was: the greater the better, −∞ if it was not measured.</summary>
    internal double Merit(BestBy criterion) => criterion switch
    {
        BestBy.MeanIou => MeanIntersectionOverUnion,
        BestBy.Accuracy => Accuracy,
        BestBy.Loss => -Measured(ValidationLoss),
        BestBy.VolumeFraction => -Measured(VolumeFractionError),
        BestBy.InterfaceArea => -Measured(InterfaceAreaError),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "Not a criterion."),
    };

    private double Measured(string name) => Further.FirstOrDefault(item => item.Key == name).Value ?? double.PositiveInfinity;
}
