using System.Text.Json;

using VolumeViewer.Host.History;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>The steps that an interrupted run of a recipe left in its folder, so that it can go on behind them.</summary>
internal sealed class EarlierSteps
{
    private readonly AppServices _services;
    private readonly string _folder;
    private readonly IReadOnlyList<OperationRecord> _records;

    /// <param name="services">Reads files, and holds the history.</param>
    /// <param name="folder">The folder of the results.</param>
    public EarlierSteps(AppServices services, string folder)
    {
        (_services, _folder) = (services, folder);
        // The latest first. A run is told by what it wrote there, not by a list in the folder, which an interruption could catch half written.
        _records = [.. services.History.All().Records.Reverse().Where(record => record.Ended == RunEnding.Done
            && record.Outputs.Any(output => output.Path is not null && Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(output.Path)) == folder))];
    }

    /// <summary>The earlier run of a step, where it was complete, had the same operation, parameters and inputs, and its files are as they were written.</summary>
    public RecordedRun? Find(PlannedStep planned, object parameters, OperationInputs inputs, CancellationToken cancellationToken)
    {
        var texts = planned.Operation.Parameters.ToTexts(parameters);
        var record = _records.FirstOrDefault(record => IsOf(record, planned) && record.Parameters.Count == texts.Count
            && texts.All(pair => record.Parameters.GetValueOrDefault(pair.Key) == pair.Value)
            && record.Inputs.Where(input => input.Kind != RecordedInputKind.Parameter).Select(input => (input.Name, input.Hash))
                .ToHashSet().SetEquals(Hashes(inputs, cancellationToken))
            && record.Inputs.Where(input => input is { Kind: RecordedInputKind.Parameter, Path: not null })
                .All(input => Path.Exists(input.Path) && PathHash.Of(input.Path!, cancellationToken) == input.Hash)
            && record.Outputs.All(output => IsThere(output, cancellationToken)));
        return record is null ? null : Read(planned.Step, record, cancellationToken);
    }

    // Two steps can be alike; the files of a step bear its name.
    private static bool IsOf(OperationRecord record, PlannedStep planned) => record.Operation == planned.Operation.Id && record.Outputs.Any(output =>
        output.Path is not null && (Path.GetFileName(output.Path) == planned.Step.Id || Path.GetFileName(output.Path).StartsWith(planned.Step.Id + ".", StringComparison.Ordinal)));

    private static IEnumerable<(string Name, string? Hash)> Hashes(OperationInputs inputs, CancellationToken cancellationToken) =>
    [
        .. inputs.Layers.Select(pair => (pair.Key, (string?)ContentHash.Of(pair.Value, cancellationToken))),
        .. inputs.Paths.Select(pair => (pair.Key, (string?)PathHash.Of(pair.Value, cancellationToken))),
    ];

    private static bool IsThere(RecordedOutput output, CancellationToken cancellationToken) => output.Kind switch
    {
        RecordedOutputKind.File => true,
        RecordedOutputKind.Folder => Directory.Exists(output.Path) && PathHash.Of(output.Path, cancellationToken) == output.Hash,
        RecordedOutputKind.Table => File.Exists(output.Path),
        _ => File.Exists(output.Path) && PathHash.Of(output.Path, cancellationToken) == output.FileHash,
    };

    private RecordedRun Read(RecipeStep step, OperationRecord record, CancellationToken cancellationToken)
    {
        var written = new List<WrittenFile>();
        var layers = new List<Layer>();
        foreach (var output in record.Outputs.Where(output => output.Path is not null))
        {
            if (output.Kind == RecordedOutputKind.Folder)
            {
                written.Insert(0, new WrittenFile(output.Path!));
            }
            else if (output.Kind is RecordedOutputKind.Image or RecordedOutputKind.Labels)
            {
                var layer = LayerFactory.Open(_services.Io, output.Path!, output.Kind == RecordedOutputKind.Image ? InputKind.Image : InputKind.Labels, cancellationToken);
                layer.Name = output.Name;
                layers.Add(layer);
                written.Add(new WrittenFile(output.Path!, layer));
            }
        }
        var file = Path.Combine(_folder, step.Id + ".json");
        IReadOnlyList<Table> tables = record.Outputs.Any(output => output.Kind == RecordedOutputKind.Table) ? Tables(file) : [];
        written.AddRange(tables.Select(table => new WrittenFile(file, Table: table)));
        return new RecordedRun(new OperationResult { Layers = layers, Tables = tables }, record, written);
    }

    private static List<Table> Tables(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. document.RootElement.EnumerateObject().Select(member => Table(member.Name, member.Value))];
    }

    private static Table Table(string title, JsonElement rows)
    {
        var all = rows.EnumerateArray().ToList();
        var table = new Table(title, [.. all.Take(1).SelectMany(row => row.EnumerateObject()).Select(cell => new TableColumn(cell.Name))]);
        foreach (var row in all)
            table.Add([.. row.EnumerateObject().Select(cell => Cell(cell.Value))]);
        return table;
    }

    private static object? Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number when value.TryGetInt64(out var whole) && !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') => whole,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when value.GetString() is "Infinity" or "-Infinity" or "NaN" => double.Parse(value.GetString()!),
        _ => value.GetString(),
    };
}
