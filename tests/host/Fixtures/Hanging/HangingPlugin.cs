using VolumeViewer.Sdk;

namespace Hanging;

public sealed class HangingPlugin : IPlugin
{
    public void Activate(IPluginContext context) => Thread.Sleep(Timeout.Infinite);
}
