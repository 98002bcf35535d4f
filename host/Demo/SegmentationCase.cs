using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>The steps of the demo's recipe that train on some slices and predict one of the same scan.</summary>
/// <param name="TrainingSlices">Names of labelled slices, comma separated.</param>
/// <param name="TestSlice">The labelled slice that the network does not see.</param>
internal sealed record SegmentationCase(string TrainingSlices, string TestSlice)
{
    /// <summary>The phases of the label files.</summary>
    public static PhaseTable Phases { get; } = new(
    [
        new Phase("NMC", Rgba.Parse("#e8a33d"), 0),
        new Phase("CBD", Rgba.Parse("#d4607a"), 1),
        new Phase("pore", Rgba.Parse("#3b5b7e"), 2),
    ]);

    public static IReadOnlyList<SegmentationCase> All { get; } = [new("1,100", "300"), new("1501", "1503")];

    /// <summary>In words: "1 and 100".</summary>
    public string TrainedOn => TrainingSlices.Replace(",", " and ", StringComparison.Ordinal);

    /// <summary>The input of the slice.</summary>
    public string Slice => $"slice-{TestSlice}";

    /// <summary>The step that trains.</summary>
    public string Training => $"lrcs-net-{TrainingSlices.Replace(',', '-')}";

    /// <summary>The step that labels the slice by a method.</summary>
    public string Labels(string method) => $"{Slice}-{method}";

    /// <summary>The step that compares these labels with those drawn by hand.</summary>
    public string Agreement(string method) => $"{Slice}-{method}-agreement";
}
