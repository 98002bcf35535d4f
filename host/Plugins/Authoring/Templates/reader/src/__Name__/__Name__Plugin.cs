using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>Brings one reader: portable grey maps, one for each slice.</summary>
public sealed class __Name__Plugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context) => context.Register<IVolumeReader>(new GreyMapReader());
}
