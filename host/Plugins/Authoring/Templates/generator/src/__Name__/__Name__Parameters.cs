using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>What to generate. Each property is a field in the window and an option on the command line.</summary>
public sealed record __Name__Parameters
{
    /// <summary>Edge of the cube.</summary>
    [Parameter("Size", Unit = "voxel", Min = 8, Max = 1024, Help = "Edge of the cube.")]
    public int Size { get; init; } = 96;

    /// <summary>Radius of the spheres.</summary>
    [Parameter("Radius", Unit = "voxel", Min = 1, Max = 100, Help = "Radius of the spheres; at most half the size.")]
    public double Radius { get; init; } = 8;

    /// <summary>Share of the volume that spheres should fill.</summary>
    [Parameter("Share", Min = 0.01, Max = 0.95, Help = "Share of the volume that spheres should fill.")]
    public double Share { get; init; } = 0.5;

    /// <summary>The same seed gives the same volume.</summary>
    [Parameter("Seed", Help = "The same seed gives the same volume.")]
    public int Seed { get; init; } = 1;
}
