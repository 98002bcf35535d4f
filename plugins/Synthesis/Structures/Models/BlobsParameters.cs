using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What blobs to generate.</summary>
internal sealed record BlobsParameters
{
    [Parameter("Shape", Unit = "voxel", Min = 1, Help = "Voxels along z, y and x; one number for a cube.")]
    public IReadOnlyList<double> Shape { get; init; } = [256];

    [Parameter("Voxel size", Unit = "µm", Min = 1e-6, Help = "Edge of a voxel.")]
    public double VoxelSize { get; init; } = 0.2;

    [Parameter("Seed", Help = "The same seed gives the same volume, on any number of cores.")]
    public int Seed { get; init; } = 1;

    [Parameter("Fractions", Min = 0, Max = 1, Help = "Share of each phase; what is left to 1 is one phase more.")]
    public IReadOnlyList<double> Fractions { get; init; } = [0.4];

    [Parameter("Correlation length", Unit = "µm", Min = 1e-6, Help = "Where the correlation of the field has fallen to 1/e; one number, or three along z, y and x.")]
    public IReadOnlyList<double> CorrelationLength { get; init; } = [3];
}
