using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis;

/// <summary>Runs an operation that another plugin brings, as the host would.</summary>
internal static class OtherOperation
{
    /// <summary>Runs one operation with parameters given as texts, by their names on the command line.</summary>
    /// <param name="context">Where this operation runs; its layers and paths are not handed on.</param>
    /// <param name="id">The operation, such as "train.network".</param>
    /// <param name="values">Its parameters where they differ from their defaults.</param>
    /// <param name="layers">Its layers, by input; they stay the caller's.</param>
    /// <param name="paths">Its paths, by input.</param>
    /// <param name="output">The folder to fill, for operations that fill one.</param>
    /// <exception cref="UserException">No plugin brings the operation, or its parameters are at fault.</exception>
    public static Task<OperationResult> RunAsync(
        OperationContext context, string id, IReadOnlyDictionary<string, string>? values = null,
        IReadOnlyDictionary<string, Layer>? layers = null, IReadOnlyDictionary<string, string>? paths = null, string? output = null)
    {
        var operation = context.Contributions.All<IOperation>().FirstOrDefault(each => each.Id == id)
            ?? throw new UserException($"No plugin brings the operation '{id}', which this one needs; see 'plugins list'.");
        var inner = context with
        {
            Layers = layers ?? new Dictionary<string, Layer>(),
            Paths = paths ?? new Dictionary<string, string>(),
            OutputPath = output,
        };
        return operation.RunAsync(inner, operation.Parameters.Bind(values ?? new Dictionary<string, string>()));
    }
}
