namespace VolumeViewer.Sdk;

/// <summary>A slice that is worth labelling next.</summary>
/// <param name="Slice">Its index along z.</param>
/// <param name="Score">Comparable within one list; higher is better.</param>
/// <param name="Uncertainty">Mean uncertainty of its voxels, 0 to 1.</param>
/// <param name="Novelty">How unlike the labelled slices it is: 0 for one of them, 1 for the most unlike.</param>
/// <param name="Reason">Why, in a few words for the user.</param>
public sealed record SliceSuggestion(int Slice, double Score, double Uncertainty, double Novelty, string Reason);
