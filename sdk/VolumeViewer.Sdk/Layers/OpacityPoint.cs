namespace VolumeViewer.Sdk;

/// <summary>A point of an opacity curve: between two points the opacity runs in a straight line.</summary>
/// <param name="Position">0 at the lower contrast limit, 1 at the upper.</param>
/// <param name="Opacity">Opacity of one voxel's thickness, 0 to 1.</param>
public readonly record struct OpacityPoint(float Position, float Opacity);
