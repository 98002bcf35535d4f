using VolumeViewer.Host.History;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Settings;

namespace VolumeViewer.Host;

/// <summary>What every command and the window share.</summary>
internal sealed class AppServices : IDisposable
{
    /// <param name="pluginFolder">The folder whose plugins are taken for the program's own.</param>
    /// <param name="settings">The user's settings; by default those in the user's folder.</param>
    public AppServices(string pluginFolder, SettingsFile? settings = null) : this(new PluginManager(pluginFolder), settings) { }

    /// <param name="plugins">Taken over.</param>
    /// <param name="settings">The user's settings; by default those in the user's folder.</param>
    public AppServices(PluginManager plugins, SettingsFile? settings = null)
    {
        Settings = settings ?? SettingsFile.OfUser();
        Plugins = plugins;
        ThreadFaults.TellTo(plugins);
        Io = new VolumeIo(Plugins);
        Operations = new OperationRunner(Plugins, Io, History);
    }

    /// <summary>The services as the user's settings want them.</summary>
    /// <param name="pluginFolder">The only folder to look for plugins in, or null for all that there are.</param>
    public static AppServices OfUser(string? pluginFolder)
    {
        var settings = SettingsFile.OfUser();
        IReadOnlyList<PluginRoot> Roots() => PluginRoots.Of(pluginFolder, settings.Current.DevelopmentFolders);
        var plugins = new PluginManager(Roots(), TrustStore.OfUser, PluginPolicy.Of(settings.Current));
        var known = settings.Current;
        settings.Changed += (_, _) =>
        {
            var (before, now) = (known, known = settings.Current);
            if (before.DevelopmentFolders.SequenceEqual(now.DevelopmentFolders) && before.DisabledPlugins.SequenceEqual(now.DisabledPlugins)
                && before.OnPluginReplaced == now.OnPluginReplaced)
                return;
            // Loading and unloading takes a while, and the settings also change on the window's thread.
            if (plugins.IsWatching)
                Task.Run(() => plugins.Configure(Roots(), PluginPolicy.Of(now)));
            else
                plugins.Configure(Roots(), PluginPolicy.Of(now));
        };
        return new AppServices(plugins, settings) { PluginFolder = pluginFolder };
    }

    /// <summary>The only folder that plugins are looked for in, or null for all that there are.</summary>
    public string? PluginFolder { get; init; }

    /// <summary>Labels to look at of more voxels than this are read when they are wanted, and so many bytes of them kept in memory.</summary>
    public long MostLabelsInMemory { get; init; } = LayerFactory.MostInMemory;

    public SettingsFile Settings { get; }

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
