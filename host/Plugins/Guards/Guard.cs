using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>The edge where a plugin's code is called: a fault is named as the plugin's, noted, and goes on as one kind of exception.</summary>
internal sealed class Guard(PluginEntry plugin)
{
    public PluginEntry Plugin { get; } = plugin;

    /// <exception cref="PluginFaultException">The code threw what no contract allows.</exception>
    public T Call<T>(string doing, Func<T> code)
    {
        try
        {
            return code();
        }
        catch (Exception cause) when (!IsAllowed(cause))
        {
            throw Fault(doing, cause);
        }
    }

    /// <inheritdoc cref="Call{T}"/>
    public void Call(string doing, Action code) => Call(doing, () =>
    {
        code();
        return true;
    });

    /// <summary>Notes a fault and makes the exception that tells it.</summary>
    public PluginFaultException Fault(string doing, Exception cause)
    {
        var fault = new PluginFaultException(Plugin, doing, cause);
        Plugin.AddFault(fault.Message);
        return fault;
    }

    /// <summary>What the contracts let a plugin throw: a sentence for the user, a failed file, a cancelled job.</summary>
    public static bool IsAllowed(Exception exception) =>
        exception is UserException or PluginFaultException or OperationCanceledException or IOException or UnauthorizedAccessException;
}
