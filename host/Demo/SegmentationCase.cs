using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>Slices to train on and one to predict, all of the same scan.</summary>
/// <param name="TrainingSlices">Names of labelled slices, comma separated.</param>
/// <param name="TestSlice">The labelled slice that the network does not see.</param>
/// <param name="Steps">Training steps.</param>
internal sealed record SegmentationCase(string TrainingSlices, string TestSlice, int Steps)
{
    /// <summary>The phases of the label files.</summary>
    public static PhaseTable Phases { get; } = new(
    [
        new Phase("NMC", Rgba.Parse("#e8a33d"), 0),
        new Phase("CBD", Rgba.Parse("#d4607a"), 1),
        new Phase("pore", Rgba.Parse("#3b5b7e"), 2),
    ]);

    public static IReadOnlyList<SegmentationCase> All { get; } = [new("1,100", "300", 850), new("1501", "1503", 450)];
}
