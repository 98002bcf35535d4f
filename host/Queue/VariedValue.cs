namespace VolumeViewer.Host.Queue;

/// <summary>What a run has that tells it from the others of its kind.</summary>
internal sealed record VariedValue(string Name, string Value);
