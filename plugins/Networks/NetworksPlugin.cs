using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Networks;

/// <summary>Brings the network architectures. A further one is a file of its own and a line here.</summary>
public sealed class NetworksPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<INetwork>(new LrcsNet());
    }
}
