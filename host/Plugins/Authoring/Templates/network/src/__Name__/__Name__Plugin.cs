using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace __Name__;

/// <summary>Brings one network architecture; train.network and predict.network know it by its id.</summary>
public sealed class __Name__Plugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context) => context.Register<INetwork>(new __Name__Network());
}
