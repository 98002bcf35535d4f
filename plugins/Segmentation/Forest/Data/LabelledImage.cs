using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>An image of which some voxels are labelled.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Volume">Grey values.</param>
/// <param name="Statistics">Of the grey values.</param>
/// <param name="Slices">Those to learn from.</param>
/// <param name="Labels">Fills the labels of one slice: phases, or <see cref="LabelVolume.Unlabelled"/>.</param>
internal sealed record LabelledImage(string Name, IVolumeSource Volume, IntensityStatistics Statistics, IReadOnlyList<int> Slices, LabelFill Labels);

/// <summary>Fills the labels of one slice.</summary>
internal delegate void LabelFill(int z, Span<byte> labels);
