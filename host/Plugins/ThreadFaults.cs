using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace VolumeViewer.Host.Plugins;

/// <summary>
/// Exceptions on threads that a plugin started itself: no caller is there to catch them, and each would end the program. The thread ends, the plugin
/// is named, the program goes on. Faults of the program's own still end it.
/// </summary>
internal static class ThreadFaults
{
    private static readonly Lock Installing = new();
    private static bool _isInstalled;
    private static PluginManager? _plugins;

    /// <summary>From now on, faults are told to this manager.</summary>
    public static void TellTo(PluginManager plugins)
    {
        lock (Installing)
        {
            _plugins = plugins;
            if (_isInstalled)
                return;
            _isInstalled = true;
            ExceptionHandling.SetUnhandledExceptionHandler(Handle);
        }
    }

    private static bool Handle(Exception fault)
    {
        foreach (var assembly in Origins(fault))
        {
            if (AssemblyLoadContext.GetLoadContext(assembly) is not { IsCollectible: true })
                continue;
            if (_plugins?.OwnerOf(assembly) is { } plugin)
                _plugins.Blame(plugin, "running a thread of its own", fault);
            return true;
        }
        return false;
    }

    private static IEnumerable<System.Reflection.Assembly> Origins(Exception fault)
    {
        for (var exception = fault; exception is not null; exception = exception.InnerException)
        {
            foreach (var frame in new StackTrace(exception).GetFrames())
            {
                if (frame.GetMethod()?.Module.Assembly is { } assembly)
                    yield return assembly;
            }
        }
    }
}
