namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Where the carbon-binder domain lies.</summary>
internal enum BinderPlacement
{
    /// <summary>In the necks: where the distances to the two nearest particles are small in sum.</summary>
    Bridges,

    /// <summary>Around the particles: where the distance to the nearest is small.</summary>
    Coating,

    /// <summary>Grown voxel by voxel, as a film on the particles or as fingers on what there is already.</summary>
    Energy,

    /// <summary>In clouds: where a Gaussian random field is high.</summary>
    Field,
}
