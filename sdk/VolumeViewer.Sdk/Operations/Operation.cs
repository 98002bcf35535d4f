namespace VolumeViewer.Sdk;

/// <summary>An operation made of a parameter record and a function.</summary>
/// <typeparam name="TParameters">An immutable record with a parameterless constructor; its properties carry <see cref="ParameterAttribute"/>s.</typeparam>
public sealed class Operation<TParameters> : IOperation where TParameters : class, new()
{
    private readonly Func<OperationContext, TParameters, Task<OperationResult>> _run;

    /// <param name="id">verb.noun in kebab case; recipes use it, so it stays.</param>
    /// <param name="title">Shown in menus.</param>
    /// <param name="run">Does the work; called on a thread of the pool.</param>
    public Operation(string id, string title, Func<OperationContext, TParameters, Task<OperationResult>> run)
    {
        (Id, Title, _run) = (id, title, run);
        Parameters = ParameterSchema.For(typeof(TParameters));
    }

    /// <summary>An operation whose work does not await anything.</summary>
    public Operation(string id, string title, Func<OperationContext, TParameters, OperationResult> run)
        : this(id, title, (context, parameters) => Task.FromResult(run(context, parameters))) { }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Title { get; }

    /// <inheritdoc/>
    public string Description { get; init; } = "";

    /// <inheritdoc/>
    public ParameterSchema Parameters { get; }

    /// <inheritdoc/>
    public IReadOnlyList<OperationInput> Inputs { get; init; } = [];

    /// <inheritdoc/>
    public OutputKind Output { get; init; }

    /// <inheritdoc/>
    public bool IsDeterministic { get; init; } = true;

    /// <inheritdoc/>
    public string? ShapeOf { get; init; }

    /// <inheritdoc/>
    public string? Edits { get; init; }

    /// <inheritdoc/>
    public bool IsPreview { get; init; }

    /// <inheritdoc/>
    public Task<OperationResult> RunAsync(OperationContext context, object parameters) =>
        Task.Run(() => _run(context, (TParameters)parameters));
}
