namespace VolumeViewer.Plugins.Networks;

/// <summary>A network that tells its layers along one axis.</summary>
internal interface ILayered
{
    /// <summary>The layers along the way that looks furthest.</summary>
    /// <param name="options">A record of the network's options.</param>
    ReceptiveField Field(object options);
}
