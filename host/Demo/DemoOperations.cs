using System.Diagnostics;

using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>Runs operations by their ids, as the command line and recipes do.</summary>
internal sealed class DemoOperations(AppServices services, CancellationToken cancellationToken)
{
    public CancellationToken CancellationToken => cancellationToken;

    public async Task<OperationResult> RunAsync(
        string operationId, OperationInputs inputs, IEnumerable<KeyValuePair<string, string>>? parameters = null, string? outputPath = null)
    {
        var operation = services.Plugins.Get<IOperation>(operationId);
        var record = operation.Parameters.Bind(parameters ?? []);
        return await CommandContext.RunJobAsync(operation.Title,
            job => services.Operations.RunAsync(operation, record, inputs, outputPath, job), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs an operation that turns one layer into a labels layer, and tells how long it took.</summary>
    public async Task<(LabelsLayer Labels, double Seconds)> SegmentAsync(string operationId, Layer input, params (string Name, string Value)[] parameters)
    {
        var clock = Stopwatch.StartNew();
        var inputs = new OperationInputs();
        inputs.Layers["in"] = input;
        var result = await RunAsync(operationId, inputs, parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ConfigureAwait(false);
        return ((LabelsLayer)result.Layers[0], clock.Elapsed.TotalSeconds);
    }

    public Layer Open(string path, InputKind kind) => LayerFactory.Open(services.Io, path, kind, cancellationToken);

    public void Save(LabelsLayer layer, string path) => services.Io.Save(layer.Labels.WithPhases(layer.Phases), path, null, cancellationToken);
}
