namespace VolumeViewer.Plugins.Training.Data;

/// <summary>What a network is tested with after training.</summary>
/// <param name="Regions">To predict, and to compare with their labels.</param>
/// <param name="Files">Where they came from.</param>
internal sealed record TestData(IReadOnlyList<ValidationRegion> Regions, IReadOnlyList<DataFile> Files);
