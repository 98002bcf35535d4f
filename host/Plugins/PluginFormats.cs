using VolumeViewer.Host.Plugins.Source;
using VolumeViewer.Host.Plugins.TorchScript;

namespace VolumeViewer.Host.Plugins;

/// <summary>The forms in which plugins come.</summary>
internal static class PluginFormats
{
    public static IReadOnlyList<IPluginFormat> All { get; } = [new FolderFormat(), new SourceFileFormat(), new TorchScriptFormat()];
}
