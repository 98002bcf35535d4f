namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>The bits of one 64-bit word of a row that are in one block.</summary>
internal readonly record struct BlockPart(int Word, ulong Mask, int Block);
