using VolumeViewer.Sdk;

namespace VoxReader;

/// <summary>Brings the reader of .voxs files.</summary>
public sealed class VoxReaderPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context) => context.Register<IVolumeReader>(new VoxsReader());
}
