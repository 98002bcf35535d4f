using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Options of a network as users write them.</summary>
internal static class NetworkOptionsText
{
    /// <exception cref="UserException">An option is unknown or out of range.</exception>
    internal static object Bind(INetwork network, string text)
    {
        try
        {
            return network.Options.BindText(text);
        }
        catch (ParameterException fault)
        {
            throw new UserException($"--network-options of {network.Id}: {fault.Message}", fault);
        }
    }
}
