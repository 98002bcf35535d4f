namespace VolumeViewer.Sdk;

/// <summary>A colour at a place of a colormap: between two such points colours run in straight lines.</summary>
/// <param name="Position">0 at the lower contrast limit, 1 at the upper.</param>
/// <param name="Color">The colour there.</param>
public readonly record struct ColorPoint(float Position, Rgba Color);
