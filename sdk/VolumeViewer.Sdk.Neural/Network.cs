using TorchSharp;

namespace VolumeViewer.Sdk.Neural;

/// <summary>Base of a network architecture with a typed options record.</summary>
/// <typeparam name="TOptions">An immutable record with a parameterless constructor; its properties carry <see cref="ParameterAttribute"/>s.</typeparam>
public abstract class Network<TOptions> : INetwork where TOptions : class, new()
{
    /// <inheritdoc/>
    public abstract string Id { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public ParameterSchema Options { get; } = ParameterSchema.For(typeof(TOptions));

    /// <inheritdoc cref="INetwork.Geometry"/>
    protected abstract NetworkGeometry Geometry(TOptions options);

    /// <inheritdoc cref="INetwork.Build"/>
    protected abstract torch.nn.Module<torch.Tensor, torch.Tensor> Build(int inputs, int phases, TOptions options);

    NetworkGeometry INetwork.Geometry(object options) => Geometry((TOptions)options);

    torch.nn.Module<torch.Tensor, torch.Tensor> INetwork.Build(int inputs, int phases, object options) => Build(inputs, phases, (TOptions)options);
}
