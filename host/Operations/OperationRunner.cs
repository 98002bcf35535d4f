using VolumeViewer.Host.History;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Runs operations, from the window and from the command line alike, and records each run.</summary>
internal sealed class OperationRunner(PluginManager plugins, IVolumeIo io, RunHistory history)
{
    /// <summary>Runs an operation inside a job.</summary>
    /// <param name="operation">What to run.</param>
    /// <param name="parameters">A checked record of its parameters.</param>
    /// <param name="inputs">Layers and paths by the name of the input.</param>
    /// <param name="outputPath">The folder for operations that fill one.</param>
    /// <param name="job">Gets progress, log and curves.</param>
    /// <exception cref="UserException">Inputs are missing or do not fit; the operation is not started.</exception>
    public async Task<OperationResult> RunAsync(IOperation operation, object parameters, OperationInputs inputs, string? outputPath, Job job) =>
        (await RunRecordedAsync(operation, parameters, inputs, outputPath, job).ConfigureAwait(false)).Result;

    /// <summary>As <see cref="RunAsync"/>, with the record of the run.</summary>
    /// <param name="operation">What to run.</param>
    /// <param name="parameters">A checked record of its parameters.</param>
    /// <param name="inputs">Layers and paths by the name of the input.</param>
    /// <param name="outputPath">The folder for operations that fill one.</param>
    /// <param name="job">Gets progress, log and curves.</param>
    /// <param name="write">Writes the result to files as a part of the run: where that fails, the run failed.</param>
    /// <exception cref="UserException">Inputs are missing or do not fit; the operation is not started.</exception>
    public Task<RecordedRun> RunRecordedAsync(
        IOperation operation, object parameters, OperationInputs inputs, string? outputPath, Job job, Func<OperationResult, IReadOnlyList<WrittenFile>>? write = null) =>
        RunNotedAsync(operation, parameters, inputs, outputPath, job, write, isKept: true);

    /// <summary>Runs an operation for a look at its result: it is in the history only after <see cref="Keep"/>.</summary>
    /// <exception cref="UserException">Inputs are missing or do not fit; the operation is not started.</exception>
    public Task<RecordedRun> RunUnkeptAsync(IOperation operation, object parameters, OperationInputs inputs, Job job) =>
        RunNotedAsync(operation, parameters, inputs, null, job, null, isKept: false);

    /// <summary>Puts a run into the history that was made for a look.</summary>
    public void Keep(RecordedRun run, OperationInputs inputs, Job job) => history.Add(run.Record, inputs, run.Result.Layers, job.Log);

    private async Task<RecordedRun> RunNotedAsync(
        IOperation operation, object parameters, OperationInputs inputs, string? outputPath, Job job, Func<OperationResult, IReadOnlyList<WrittenFile>>? write, bool isKept)
    {
        OperationFaults.ThrowIfAny(OperationFaults.Of(operation, inputs, outputPath));
        using var used = new TrackedContributions(plugins, job);
        // What an abandoned job still does is ignored: it does not keep its plugins from being replaced either.
        using var letGo = job.Abandonment.Register(used.Dispose);
        if (!used.Use(operation))
            throw new UserException($"{operation.Title} was not started: its plugin was replaced or unloaded a moment ago. Start it again.");
        using var recording = new Recording(operation, parameters, inputs, used, job);
        OperationResult? result = null;
        try
        {
            var context = new OperationContext(job, io, used) { Layers = inputs.Layers, Paths = inputs.Paths, OutputPath = outputPath };
            result = await CallAsync(operation, context, parameters).ConfigureAwait(false);
            recording.StopClock();
            if (ResultCheck.Fault(operation, inputs, result) is { } fault)
                throw new BadResultException(operation.Id, OwnerOf(operation), fault);
            var written = write?.Invoke(result) ?? [];
            var record = await recording.DoneAsync(result, outputPath, written).ConfigureAwait(false);
            if (isKept)
                history.Add(record, inputs, result.Layers, job.Log);
            return new RecordedRun(result, record, written);
        }
        catch (Exception failure)
        {
            ResultCheck.Dispose(inputs, result);
            var isCancelled = failure is OperationCanceledException && job.CancellationToken.IsCancellationRequested;
            var record = await recording.EndedAsync(isCancelled ? RunEnding.Cancelled : RunEnding.Failed, isCancelled ? null : failure.Message).ConfigureAwait(false);
            if (isKept)
                history.Add(record, inputs, [], job.Log);
            throw;
        }
    }

    /// <summary>Runs the operation that made a layer again: the same inputs and parameters, and the plugins as they are now.</summary>
    /// <exception cref="UserException">The operation or an input is no longer there, or the operation no longer takes these parameters.</exception>
    public Task<RecordedRun> RunAgainAsync(LayerOrigin origin, Job job)
    {
        var operation = plugins.Get<IOperation>(origin.Record.Operation);
        var inputs = origin.Inputs()
            ?? throw new UserException($"{operation.Title} cannot be run again: a layer that it worked on was removed. Open it again, and choose it in the form.");
        return RunRecordedAsync(operation, operation.Parameters.Bind(origin.Record.Parameters), inputs, outputPath: null, job);
    }

    private static async Task<OperationResult> CallAsync(IOperation operation, OperationContext context, object parameters)
    {
        try
        {
            return await operation.RunAsync(context, parameters).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{operation.Title}: {failure.Message}", failure);
        }
    }

    private string OwnerOf(IOperation operation) => plugins.OwnerOf(operation)?.Id ?? "built in";
}
