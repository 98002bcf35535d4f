namespace VolumeViewer.Host.Queue;

/// <summary>One combination of values.</summary>
/// <param name="Parameters">Texts by parameter, as far as they were given.</param>
/// <param name="Varied">Of these, what varies.</param>
internal sealed record PlannedRun(IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<VariedValue> Varied);
