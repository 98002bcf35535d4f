using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>An operation as the host sees it: what it declares was read once, so that no panel calls the plugin's properties.</summary>
internal sealed class GuardedOperation : IOperation, IGuarded
{
    private readonly IOperation _operation;
    private readonly Guard _guard;

    /// <exception cref="PluginFaultException">A property throws, or gives null.</exception>
    public GuardedOperation(IOperation operation, Guard guard)
    {
        (_operation, _guard) = (operation, guard);
        (Id, Title, Description, Parameters, Inputs, Output, IsDeterministic, ShapeOf, Edits, IsPreview) = guard.Call("its operation was asked what it is", () =>
            (Checked(operation.Id), Checked(operation.Title), operation.Description ?? "", Checked(operation.Parameters), Checked(operation.Inputs).ToList(), operation.Output,
            operation.IsDeterministic, operation.ShapeOf, operation.Edits, operation.IsPreview));
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
    public ParameterSchema Parameters { get; }

    /// <inheritdoc/>
    public IReadOnlyList<OperationInput> Inputs { get; }

    /// <inheritdoc/>
    public OutputKind Output { get; }

    /// <inheritdoc/>
    public bool IsDeterministic { get; }

    /// <inheritdoc/>
    public string? ShapeOf { get; }

    /// <inheritdoc/>
    public string? Edits { get; }

    /// <inheritdoc/>
    public bool IsPreview { get; }

    /// <inheritdoc/>
    public async Task<OperationResult> RunAsync(OperationContext context, object parameters)
    {
        try
        {
            // On the pool, whatever the plugin does before its first await.
            return await Task.Run(() => _operation.RunAsync(context, parameters)).ConfigureAwait(false)
                ?? throw new InvalidOperationException("It gave no result, but null.");
        }
        catch (Exception cause) when (!Guard.IsAllowed(cause))
        {
            throw _guard.Fault($"running '{Id}'", cause);
        }
    }

    private static T Checked<T>(T? value) where T : class => value ?? throw new InvalidOperationException("A property that must have a value is null.");
}
