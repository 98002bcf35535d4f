using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What fibres to generate.</summary>
internal sealed record FibresParameters
{
    [Parameter("Shape", Unit = "voxel", Min = 1, Help = "Voxels along z, y and x; one number for a cube.")]
    public IReadOnlyList<double> Shape { get; init; } = [256];

    [Parameter("Voxel size", Unit = "µm", Min = 1e-6, Help = "Edge of a voxel.")]
    public double VoxelSize { get; init; } = 0.5;

    [Parameter("Seed", Help = "The same seed gives the same volume, on any number of cores.")]
    public int Seed { get; init; } = 1;

    [Parameter("Solid", Min = 0, Max = 0.95, Help = "Share of the volume that fibres fill, to the voxel. Fibres may cross.")]
    public double Fraction { get; init; } = 0.2;

    [Parameter("Diameter", Unit = "µm", Min = 1e-6)]
    public double Diameter { get; init; } = 7;

    [Parameter("Length", Unit = "µm", Min = 0, Help = "Of each fibre; 0 for three times the longest side of the volume.")]
    public double Length { get; init; }

    [Parameter("Orientation", Help = "isotropic; in-plane: across z; along-z, along-y, along-x.")]
    public FibreOrientation Orientation { get; init; } = FibreOrientation.InPlane;

    [Parameter("Order", Min = 0, Max = 1, Help = "How strongly: 0 for not at all, 1 for wholly.")]
    public double Order { get; init; } = 1;

    [Parameter("Bending length", Unit = "µm", Min = 0, Help = "Length over which a fibre forgets where it came from: ⟨cos⟩ falls to 1/e; 0 for straight fibres.")]
    public double BendingLength { get; init; }
}
