namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>What an annotator did.</summary>
/// <param name="Annotator">Who.</param>
/// <param name="Labelled">Voxels with a label.</param>
/// <param name="Differing">Those among them that differ from the truth.</param>
/// <param name="SmallObjects">Objects that were small enough to be missed.</param>
/// <param name="MissedObjects">Those among them that were.</param>
/// <param name="SwappedVoxels">Voxels taken for another phase.</param>
internal sealed record AnnotationStatistics(
    Annotator Annotator, long Labelled, long Differing, long SmallObjects, long MissedObjects, long SwappedVoxels);
