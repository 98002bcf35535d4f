namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What a packing came to.</summary>
/// <param name="Particles">Where and how large they are, the largest first; centres lie in the box.</param>
/// <param name="Scale">By which factor all diameters had to be made smaller to fit; 1 where the fraction asked for was reached.</param>
/// <param name="Steps">Steps of the relaxation.</param>
/// <param name="Contacts">Contacts of each particle: others whose surface is nearer than a voxel.</param>
/// <param name="DeepestOverlap">The deepest overlap of two particles, as a share of the smaller one's radius; 0 without overlap.</param>
/// <param name="Overlaps">Pairs that overlap.</param>
internal sealed record PackingOutcome(Particle[] Particles, double Scale, int Steps, int[] Contacts, double DeepestOverlap, int Overlaps);
