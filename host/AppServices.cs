using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Settings;

namespace VolumeViewer.Host;

/// <summary>What every command and the window share.</summary>
internal sealed class AppServices : IDisposable
{
    /// <param name="pluginFolder">The folder whose sub-folders are plugins.</param>
    /// <param name="settings">The user's settings; by default those in the user's folder.</param>
    public AppServices(string pluginFolder, SettingsFile? settings = null)
    {
        Settings = settings ?? new SettingsFile(Path.Combine(UserFolders.Settings, "settings.json"));
        Plugins = new PluginManager(pluginFolder);
        Io = new VolumeIo(Plugins);
        Operations = new OperationRunner(Plugins, Io);
    }

    public SettingsFile Settings { get; }

    public PluginManager Plugins { get; }

    public VolumeIo Io { get; }

    public OperationRunner Operations { get; }

    public JobRunner Jobs { get; } = new();

    public MainThread MainThread { get; } = new();

    public void Dispose()
    {
        Jobs.CancelAll();
        Plugins.Dispose();
    }
}
