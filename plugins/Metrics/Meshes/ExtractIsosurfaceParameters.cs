using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>The parameters of extract.isosurface.</summary>
internal sealed record ExtractIsosurfaceParameters
{
    [Parameter("Isovalue", Help = "The grey value of the surface, in the volume's own units; empty takes the layer's own.")]
    public double? Isovalue { get; init; }

    [Parameter("Close at the walls", Help = "The walls of the volume close the surface; otherwise it ends there.")]
    public bool Close { get; init; } = true;
}
