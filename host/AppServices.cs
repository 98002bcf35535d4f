using VolumeViewer.Host.History;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host;

/// <summary>What every command and the window share.</summary>
internal sealed class AppServices : IDisposable
{
    /// <param name="pluginFolder">The folder whose sub-folders are plugins.</param>
    public AppServices(string pluginFolder)
    {
        Plugins = new PluginManager(pluginFolder);
        Io = new VolumeIo(Plugins);
        Operations = new OperationRunner(Plugins, Io, History);
    }

    public PluginManager Plugins { get; }

    public VolumeIo Io { get; }

    public RunHistory History { get; } = new(UserFolders.Data);

    public OperationRunner Operations { get; }

    public JobRunner Jobs { get; } = new();

    public MainThread MainThread { get; } = new();

    public void Dispose()
    {
        Jobs.CancelAll();
        Plugins.Dispose();
    }
}
