using System.Diagnostics;

using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.History;

/// <summary>Notes one run from its start to its end. Inputs are hashed beside the operation, on the pool.</summary>
internal sealed class Recording : IDisposable
{
    private readonly IOperation _operation;
    private readonly IReadOnlyDictionary<string, string> _parameters;
    private readonly OperationInputs _inputs;
    private readonly TrackedContributions _used;
    private readonly Job _job;
    private readonly DateTimeOffset _started = DateTimeOffset.Now;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource _stop;
    private readonly Task<IReadOnlyList<RecordedInput>> _hashing;

    public Recording(IOperation operation, object parameters, OperationInputs inputs, TrackedContributions used, Job job)
    {
        (_operation, _inputs, _used, _job) = (operation, inputs, used, job);
        _parameters = operation.Parameters.ToTexts(parameters);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(job.CancellationToken);
        var given = Given().ToList();
        var token = _stop.Token;
        _hashing = Task.Run(IReadOnlyList<RecordedInput> () => [.. given.Select(input => input.Known with { Hash = Try(() => input.Hash(token)) })], CancellationToken.None);
    }

    /// <summary>Ends the time of the operation itself; what follows is writing and hashing.</summary>
    public void StopClock() => _clock.Stop();

    /// <summary>The run is done: hashes what it gave.</summary>
    public async Task<OperationRecord> DoneAsync(OperationResult result, string? outputPath, IReadOnlyList<WrittenFile> written)
    {
        _job.Report(_job.Progress with { Status = "noting what was run" });
        var outputs = await Task.Run(() => Outputs(result, outputPath, written).ToList()).ConfigureAwait(false);
        return Record(RunEnding.Done, null, await _hashing.ConfigureAwait(false), outputs);
    }

    /// <summary>The run ended early.</summary>
    public async Task<OperationRecord> EndedAsync(RunEnding ending, string? reason)
    {
        _clock.Stop();
        await _stop.CancelAsync().ConfigureAwait(false);
        return Record(ending, reason, await _hashing.ConfigureAwait(false), []);
    }

    public void Dispose() => _stop.Dispose();

    // A hash that cannot be taken is left out; what is wrong with the file is for the operation to tell.
    private static string? Try(Func<string?> hash)
    {
        try
        {
            return hash();
        }
        catch (Exception problem) when (problem is OperationCanceledException or UserException or IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            return null;
        }
    }

    private IEnumerable<(RecordedInput Known, Func<CancellationToken, string?> Hash)> Given()
    {
        foreach (var input in _operation.Inputs)
        {
            if (_inputs.Layers.TryGetValue(input.Name, out var layer))
            {
                var known = new RecordedInput(input.Name, layer is LabelsLayer ? RecordedInputKind.Labels : RecordedInputKind.Image)
                {
                    Layer = layer.Name,
                    // An origin is a file, or the words of the operation that made the layer.
                    Path = layer.Origin.Length > 0 && Path.Exists(layer.Origin) ? Path.GetFullPath(layer.Origin) : null,
                };
                yield return (known, token => ContentHash.Of(layer, token));
            }
            else if (_inputs.Paths.TryGetValue(input.Name, out var path))
            {
                yield return (new RecordedInput(input.Name, RecordedInputKind.Path) { Path = Path.GetFullPath(path) }, token => PathHash.Of(path, token));
            }
        }
        foreach (var parameter in _operation.Parameters.Items.Where(item => item.IsPath))
        {
            if (_parameters[parameter.Name] is { Length: > 0 } path)
                yield return (new RecordedInput(parameter.Name, RecordedInputKind.Parameter) { Path = Path.GetFullPath(path) }, token => PathHash.Of(path, token));
        }
    }

    private IEnumerable<RecordedOutput> Outputs(OperationResult result, string? outputPath, IReadOnlyList<WrittenFile> written)
    {
        var token = _job.CancellationToken;
        foreach (var layer in result.Layers)
        {
            var file = written.FirstOrDefault(each => ReferenceEquals(each.Layer, layer))?.Path;
            yield return new RecordedOutput(layer.Name, layer is LabelsLayer ? RecordedOutputKind.Labels : layer is SurfaceLayer ? RecordedOutputKind.Surface : RecordedOutputKind.Image)
            {
                Shape = [layer.Shape.Depth, layer.Shape.Height, layer.Shape.Width],
                Hash = Try(() => ContentHash.Of(layer, token)),
                Path = file is null ? null : Path.GetFullPath(file),
                FileHash = file is null ? null : Try(() => PathHash.Of(file, token)),
            };
        }
        foreach (var table in result.Tables)
        {
            var file = written.FirstOrDefault(each => ReferenceEquals(each.Table, table))?.Path;
            yield return new RecordedOutput(table.Title, RecordedOutputKind.Table)
            {
                Shape = [table.Rows.Count, table.Columns.Count],
                Hash = ContentHash.Of(table),
                Path = file is null ? null : Path.GetFullPath(file),
            };
        }
        // Where the folder was moved when it was complete, it is named anew.
        var folder = written.FirstOrDefault(each => each.Layer is null && each.Table is null)?.Path ?? outputPath;
        if (_operation.Output != OutputKind.Folder || folder is null || !Directory.Exists(folder))
            yield break;
        IReadOnlyList<(string Name, string Hash)> files = [];
        var hash = Try(() => PathHash.OfFiles(files = PathHash.FilesOf(folder, token)));
        yield return new RecordedOutput(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), RecordedOutputKind.Folder) { Path = Path.GetFullPath(folder), Hash = hash };
        foreach (var (name, fileHash) in files.Take(MostFiles))
            yield return new RecordedOutput(name, RecordedOutputKind.File) { Hash = fileHash };
    }

    // A folder of thousands of slices is told by its own hash.
    private const int MostFiles = 32;

    private OperationRecord Record(RunEnding ending, string? reason, IReadOnlyList<RecordedInput> inputs, IReadOnlyList<RecordedOutput> outputs) => new()
    {
        Id = OperationRecord.NewId(),
        Operation = _operation.Id,
        Title = _operation.Title,
        Plugins = _used.Used,
        Sdk = SdkVersion.Current.ToString(),
        Parameters = _parameters,
        Inputs = inputs,
        Outputs = outputs,
        Seed = _parameters.GetValueOrDefault("seed"),
        Started = _started,
        Seconds = Math.Round(_clock.Elapsed.TotalSeconds, 3),
        Ended = ending,
        Reason = reason,
        Deterministic = _operation.IsDeterministic,
    };
}
