namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Which layers are made of a solution.</summary>
internal enum TransportLayerChoice
{
    None,

    /// <summary>The concentration.</summary>
    Concentration,

    /// <summary>The concentration and the size of the flux.</summary>
    Flux,

    /// <summary>Those, and the flux along each axis.</summary>
    Vector,
}
