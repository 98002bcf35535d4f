using VolumeViewer.Host.History;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host;

/// <summary>What every command and the window share.</summary>
internal sealed class AppServices : IDisposable
{
    /// <param name="pluginFolder">The folder whose plugins are taken for the program's own.</param>
    public AppServices(string pluginFolder) : this(new PluginManager(pluginFolder)) { }

    /// <param name="plugins">Taken over.</param>
    public AppServices(PluginManager plugins)
    {
        Plugins = plugins;
        ThreadFaults.TellTo(plugins);
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
