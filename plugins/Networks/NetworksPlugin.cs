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
        context.Register<INetwork>(new LrcsNetDeep());
        context.Register<INetwork>(new LrcsNetSkip());
        context.Register<INetwork>(new SegNet());
        context.Register<INetwork>(new UNet());
        context.Register<INetwork>(new UNet3D());
        context.Register<INetwork>(new ResidualUNet());
        context.Register<INetwork>(new Xlearn());
    }
}
