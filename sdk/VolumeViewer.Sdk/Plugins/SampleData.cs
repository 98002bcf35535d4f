namespace VolumeViewer.Sdk;

/// <summary>Data to try things on, offered in the menu.</summary>
/// <param name="Id">In kebab case.</param>
/// <param name="Title">Shown in the menu.</param>
/// <param name="Load">Makes the layers; the caller owns them.</param>
public sealed record SampleData(string Id, string Title, Func<CancellationToken, Task<IReadOnlyList<Layer>>> Load) : IContribution;
