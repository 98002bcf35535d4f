using VolumeViewer.Host.History;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Which layers were made by builds of plugins that have been replaced since.</summary>
internal sealed class StaleLayers(RunHistory history, PluginManager plugins)
{
    /// <summary>The builds that made a layer and are not those that would be used now; empty where it is up to date, or was made by no run.</summary>
    public IReadOnlyList<PluginStamp> OldBuilds(Layer layer)
    {
        if (history.OriginOf(layer) is not { } origin)
            return [];
        var now = plugins.Plugins.Where(plugin => plugin.IsUsable).Select(plugin => plugin.Stamp).ToList();
        return [.. origin.Record.Plugins.Where(used => now.Exists(plugin => plugin.Id == used.Id && plugin.Hash != used.Hash))];
    }

    /// <summary>"Networks 0.1.0 of 3f2a…", for the user.</summary>
    public static string Text(IEnumerable<PluginStamp> builds) => string.Join(", ", builds.Select(build => $"{build.Id} {build.Version} ({build.Hash[..8]})"));
}
