namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Where a patch lies: its first slice, row and column in a volume. They can be negative in volumes smaller than a patch.</summary>
internal readonly record struct PatchOrigin(int Volume, int Z, int Y, int X);
