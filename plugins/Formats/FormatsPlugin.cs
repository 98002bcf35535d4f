using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Brings the readers and writers of TIFF and NumPy files.</summary>
public sealed class FormatsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Register<IVolumeReader>(new TiffReader());
        context.Register<IVolumeReader>(new NpyReader());
        context.Register<IVolumeWriter>(new TiffWriter());
        context.Register<IVolumeWriter>(new NpyWriter());
    }
}
