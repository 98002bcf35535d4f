using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>The parameters of extract.surface.</summary>
internal sealed record ExtractSurfaceParameters
{
    [Parameter("Phase", PhasesOf = "in", Help = "The phase whose surface is made, by name or file value; empty takes the first that is shown.")]
    public string Phase { get; init; } = "";

    [Parameter("Smoothing", Unit = "voxel", Min = 0, Max = 10, Help = "Standard deviation of the Gaussian that rounds the steps between voxels; 0 leaves them.")]
    public double Smoothing { get; init; } = 1;

    [Parameter("Close at the walls", Help = "The walls of the volume close the surface; otherwise it ends there.")]
    public bool Close { get; init; } = true;
}
