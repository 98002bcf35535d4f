using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What overlapping spheres to generate.</summary>
internal sealed record OverlappingSpheresParameters
{
    [Parameter("Shape", Unit = "voxel", Min = 1, Help = "Voxels along z, y and x; one number for a cube.")]
    public IReadOnlyList<double> Shape { get; init; } = [256];

    [Parameter("Voxel size", Unit = "µm", Min = 1e-6, Help = "Edge of a voxel.")]
    public double VoxelSize { get; init; } = 0.2;

    [Parameter("Seed", Help = "The same seed gives the same volume, on any number of cores.")]
    public int Seed { get; init; } = 1;

    [Parameter("Solid", Min = 0, Max = 0.999, Help = "Share of the volume that spheres fill, on average over many seeds; or exactly, see 'Exact'.")]
    public double Fraction { get; init; } = 0.6;

    [Parameter("Mean diameter", Unit = "µm", Min = 1e-6, Help = "Mean by number; diameters are log-normal.")]
    public double MeanDiameter { get; init; } = 6;

    [Parameter("Deviation of diameters", Unit = "µm", Min = 0, Help = "Standard deviation by number; 0 for equal spheres.")]
    public double DiameterDeviation { get; init; }

    [Parameter("Exact", Help = "Whether all surfaces are moved until the share is met to the voxel. Otherwise it is that of a Poisson process, which has closed forms.")]
    public bool Exact { get; init; } = true;
}
