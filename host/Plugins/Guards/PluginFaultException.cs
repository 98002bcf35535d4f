using System.Diagnostics;
using System.Runtime.Loader;

namespace VolumeViewer.Host.Plugins;

/// <summary>A plugin's code threw something it should not have; names the plugin and what it was doing.</summary>
internal sealed class PluginFaultException(PluginEntry plugin, string doing, Exception cause)
    : Exception($"The plugin '{plugin.Id}' failed while {doing}: {cause.GetType().Name}: {cause.Message}{Place(cause)}", cause)
{
    public PluginEntry Plugin { get; } = plugin;

    // The line of the plugin's own source, where its symbols tell it: what its author looks for first.
    private static string Place(Exception cause)
    {
        foreach (var frame in new StackTrace(cause, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } file && frame.GetMethod()?.Module.Assembly is { } assembly && AssemblyLoadContext.GetLoadContext(assembly) is { IsCollectible: true })
                return $" ({Path.GetFileName(file)}:{frame.GetFileLineNumber()})";
        }
        return "";
    }
}
