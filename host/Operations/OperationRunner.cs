using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Runs operations: from the window and from the command line alike.</summary>
internal sealed class OperationRunner(PluginManager plugins, IVolumeIo io)
{
    /// <summary>Runs an operation inside a job.</summary>
    /// <param name="operation">What to run.</param>
    /// <param name="parameters">A checked record of its parameters.</param>
    /// <param name="inputs">Layers and paths by the name of the input.</param>
    /// <param name="outputPath">The folder for operations that fill one.</param>
    /// <param name="job">Gets progress, log and curves.</param>
    /// <exception cref="UserException">An input is missing or does not fit; the operation is not started.</exception>
    public async Task<OperationResult> RunAsync(IOperation operation, object parameters, OperationInputs inputs, string? outputPath, Job job)
    {
        foreach (var input in operation.Inputs.Where(input => !input.Optional && !inputs.Has(input.Name)))
            throw new UserException($"{operation.Title} needs the input '{input.Name}': {input.Help}");
        if (operation.Output == OutputKind.Folder && string.IsNullOrWhiteSpace(outputPath))
            throw new UserException($"{operation.Title} needs a folder for its output: give --out FOLDER.");
        using var contributions = new TrackedContributions(plugins, job);
        // What an abandoned job still does is ignored: it does not keep its plugins from being replaced either.
        using var letGo = job.Abandonment.Register(contributions.Dispose);
        if (!contributions.Use(operation))
            throw new UserException($"{operation.Title} was not started: its plugin was replaced or unloaded a moment ago. Start it again.");
        var context = new OperationContext(job, io, contributions) { Layers = inputs.Layers, Paths = inputs.Paths, OutputPath = outputPath };
        try
        {
            return await operation.RunAsync(context, parameters).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{operation.Title}: {failure.Message}", failure);
        }
    }
}
