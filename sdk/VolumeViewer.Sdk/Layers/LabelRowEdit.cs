namespace VolumeViewer.Sdk;

/// <summary>Changes labels within one row of a box.</summary>
/// <param name="z">The slice.</param>
/// <param name="y">The row.</param>
/// <param name="row">The labels of the row inside the box, to be changed in place; lent for the call.</param>
public delegate void LabelRowEdit(int z, int y, Span<byte> row);
