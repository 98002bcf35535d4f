namespace VolumeViewer.Host.Plugins;

/// <summary>The forms in which plugins come.</summary>
internal static class PluginFormats
{
    public static IReadOnlyList<IPluginFormat> All { get; } = [new FolderFormat()];
}
