namespace VolumeViewer.Plugins.Training.Test;

/// <summary>How well a phase was found.</summary>
/// <param name="Name">Of the phase.</param>
/// <param name="IntersectionOverUnion">Of the phase against all the rest; null if it is neither there nor predicted.</param>
/// <param name="VolumeFraction">As predicted, of the labelled voxels.</param>
/// <param name="LabelledVolumeFraction">As labelled.</param>
internal sealed record TestPhase(string Name, double? IntersectionOverUnion, double VolumeFraction, double LabelledVolumeFraction);
