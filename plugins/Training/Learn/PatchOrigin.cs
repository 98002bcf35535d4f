namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Where a patch lies: its first row and column in a slice. Both can be negative in slices smaller than a patch.</summary>
internal readonly record struct PatchOrigin(int Slice, int Y, int X);
