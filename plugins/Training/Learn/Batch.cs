namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The patches of one step.</summary>
/// <param name="Grey">(batch, 1, patch, patch), x fastest.</param>
/// <param name="Labels">(batch, patch, patch); <see cref="Losses.Ignored"/> where unlabelled.</param>
internal sealed record Batch(float[] Grey, long[] Labels);
