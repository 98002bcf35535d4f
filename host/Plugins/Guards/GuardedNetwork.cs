using TorchSharp;

using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Plugins;

/// <summary>A network as the host and other plugins see it: a fault of its code is told as its own plugin's, not as that of the trainer that called it.</summary>
internal sealed class GuardedNetwork : INetwork, IGuarded
{
    private readonly INetwork _network;
    private readonly Guard _guard;

    /// <exception cref="PluginFaultException">A property throws, or gives null.</exception>
    public GuardedNetwork(INetwork network, Guard guard)
    {
        (_network, _guard) = (network, guard);
        (Id, Title, Description, Options) = guard.Call("its network was asked what it is", () =>
            (network.Id, network.Title, network.Description ?? "", network.Options ?? throw new InvalidOperationException("Its Options are null.")));
    }

    /// <inheritdoc/>
    public PluginEntry Plugin => _guard.Plugin;

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Title { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public ParameterSchema Options { get; }

    /// <inheritdoc/>
    public NetworkGeometry Geometry(object options) => _guard.Call($"the network '{Id}' was asked for its geometry", () => _network.Geometry(options))
        ?? throw _guard.Fault($"the network '{Id}' was asked for its geometry", new InvalidOperationException("It gave null."));

    /// <inheritdoc/>
    public torch.nn.Module<torch.Tensor, torch.Tensor> Build(int inputs, int phases, object options) =>
        _guard.Call($"building the network '{Id}'", () => _network.Build(inputs, phases, options))
            ?? throw _guard.Fault($"building the network '{Id}'", new InvalidOperationException("It gave null."));
}
