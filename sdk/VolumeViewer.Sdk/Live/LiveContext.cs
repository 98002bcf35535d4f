namespace VolumeViewer.Sdk;

/// <summary>What a live session works on.</summary>
/// <param name="Image">The grey values; lent for as long as the session lives. Voxels may be read from several threads.</param>
/// <param name="Statistics">Range, mean and histogram of the whole image, so that nobody has to read it to scale its grey values.</param>
/// <param name="Phases">The phases of the strokes; a session keeps them. When the user adds one, a new session is begun.</param>
/// <param name="Contributions">What all plugins bring, such as networks.</param>
public sealed record LiveContext(IVolumeSource Image, IntensityStatistics Statistics, PhaseTable Phases, IContributions Contributions);
