namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>A correlation of the whole volume, and those of its independent blocks, in their order.</summary>
internal sealed record MeasuredCorrelation(TwoPointCorrelation Whole, IReadOnlyList<TwoPointCorrelation> Blocks);
