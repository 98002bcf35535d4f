using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What Voronoi structure to generate.</summary>
internal sealed record VoronoiParameters
{
    [Parameter("Shape", Unit = "voxel", Min = 1, Help = "Voxels along z, y and x; one number for a cube.")]
    public IReadOnlyList<double> Shape { get; init; } = [256];

    [Parameter("Voxel size", Unit = "µm", Min = 1e-6, Help = "Edge of a voxel.")]
    public double VoxelSize { get; init; } = 0.2;

    [Parameter("Seed", Help = "The same seed gives the same volume, on any number of cores.")]
    public int Seed { get; init; } = 1;

    [Parameter("Solid is", Help = "faces: walls between cells; edges: struts where cells meet; cells: the cells themselves, shared out among phases.")]
    public VoronoiKind Kind { get; init; } = VoronoiKind.Edges;

    [Parameter("Cell size", Unit = "µm", Min = 1e-6, Help = "Edge of a cube with the mean volume of the cells.")]
    public double CellSize { get; init; } = 8;

    [Parameter("Solid", Min = 0, Max = 1, Help = "Share of the volume that walls or struts fill, to the voxel; their thickness follows.")]
    public double Fraction { get; init; } = 0.2;

    [Parameter("Phases", Min = 2, Max = 64, Help = "For cells: how many phases they are shared out among.")]
    public int Phases { get; init; } = 6;
}
