namespace VolumeViewer.Sdk;

/// <summary>Gives the labels of a slice whenever they are asked for, the same each time, and from several threads at once.</summary>
/// <param name="z">Slice index, from 0.</param>
/// <param name="labels">To fill, row by row.</param>
public delegate void LabelSliceReader(int z, Span<byte> labels);
