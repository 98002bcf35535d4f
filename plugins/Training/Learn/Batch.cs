namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>The patches of one step.</summary>
/// <param name="Grey">(batch, inputs, edge, edge), or (batch, 1, depth, edge, edge) for networks on volumes; x fastest.</param>
/// <param name="Labels">(batch, edge, edge), or (batch, depth, edge, edge); <see cref="Losses.Ignored"/> where unlabelled.</param>
/// <param name="GreyShape">Of <paramref name="Grey"/>.</param>
/// <param name="LabelShape">Of <paramref name="Labels"/>.</param>
internal sealed record Batch(float[] Grey, long[] Labels, long[] GreyShape, long[] LabelShape);
