using VolumeViewer.Host.History;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>Makes a recipe of runs: finds by their hashes which earlier runs made what a run worked on.</summary>
/// <param name="records">All runs that are known, the oldest first.</param>
/// <param name="folder">The folder that the recipe's file shall stand in; paths are relative to it.</param>
internal sealed class RecipeBuilder(IReadOnlyList<OperationRecord> records, string folder)
{
    private readonly List<RecipeInput> _inputs = [];
    private readonly Dictionary<(OperationRecord Run, string Input), string> _references = [];

    /// <summary>The recipe of some runs and of all that led to them.</summary>
    /// <exception cref="UserException">A run did not end well, so that there is nothing to do again.</exception>
    public Recipe Build(IReadOnlyList<OperationRecord> wanted)
    {
        if (wanted.FirstOrDefault(run => run.Ended != RunEnding.Done) is { } undone)
            throw new UserException($"The run {undone.Id} of {undone.Operation} {(undone.Ended == RunEnding.Failed ? "failed" : "was cancelled")}; a recipe holds runs that were done.");
        var makers = new Dictionary<OperationRecord, List<(RecordedInput Input, OperationRecord Maker, int Output)>>();
        var pending = new Stack<OperationRecord>(wanted);
        while (pending.TryPop(out var run))
        {
            if (makers.ContainsKey(run))
                continue;
            makers[run] = [.. run.Inputs.Select(input => (input, Made: MakerOf(run, input))).Where(pair => pair.Made is not null).Select(pair => (pair.input, pair.Made!.Value.Run, pair.Made.Value.Output))];
            foreach (var (_, maker, _) in makers[run])
                pending.Push(maker);
        }
        var steps = makers.Keys.OrderBy(run => run.Started).ToList();
        var ids = Ids(steps);
        foreach (var run in steps)
        {
            foreach (var (input, maker, output) in makers[run])
                _references[(run, input.Name)] = Reference(ids[maker], maker, output);
        }
        // The last run is what the user thinks of: its inputs, and those of its nearest makers, get the plain names.
        foreach (var run in Enumerable.Reverse(steps))
        {
            foreach (var input in run.Inputs.Where(input => !_references.ContainsKey((run, input.Name))))
                _references[(run, input.Name)] = $"@{InputFor(ids[run], input)}";
        }
        var title = string.Join(", then ", steps.Select(run => run.Title.Length > 0 ? run.Title : run.Operation));
        return new Recipe { Title = title, Inputs = [.. _inputs.OrderBy(input => input.Name != "in")], Steps = [.. steps.Select(run => Step(run, ids[run]))] };
    }

    private static Dictionary<OperationRecord, string> Ids(IReadOnlyList<OperationRecord> steps)
    {
        var ids = new Dictionary<OperationRecord, string>();
        foreach (var run in steps)
            ids[run] = Unique(run.Operation.Replace('.', '-'), ids.ContainsValue);
        return ids;
    }

    private static string Unique(string name, Func<string, bool> isTaken)
    {
        var unique = name;
        for (var number = 2; isTaken(unique); number++)
            unique = $"{name}-{number}";
        return unique;
    }

    private static string Reference(string id, OperationRecord maker, int output)
    {
        if (maker.Outputs[output].Kind == RecordedOutputKind.Folder)
            return $"@{id}/folder";
        var number = maker.Outputs.Take(output + 1).Count(each => each.Kind is RecordedOutputKind.Image or RecordedOutputKind.Labels);
        return number == 1 ? $"@{id}" : $"@{id}.{number}";
    }

    // Runs that were done before this one began and gave the same contents; of several the one at the same place, or else the latest.
    private (OperationRecord Run, int Output)? MakerOf(OperationRecord run, RecordedInput input)
    {
        if (input.Hash is null)
            return null;
        var isLayer = input.Kind is RecordedInputKind.Image or RecordedInputKind.Labels;
        var fitting = records.Where(other => other.Ended == RunEnding.Done && other.Id != run.Id && other.Started < run.Started)
            .SelectMany(other => other.Outputs.Select((output, index) => (Run: other, Output: output, Index: index)))
            .Where(made => isLayer
                ? made.Output.Hash == input.Hash && made.Output.Kind == (input.Kind == RecordedInputKind.Image ? RecordedOutputKind.Image : RecordedOutputKind.Labels)
                : (made.Output.Kind == RecordedOutputKind.Folder && made.Output.Hash == input.Hash) || made.Output.FileHash == input.Hash)
            .OrderByDescending(made => input.Path is not null && made.Output.Path == input.Path)
            .ThenByDescending(made => input.Layer is not null && made.Output.Name == input.Layer)
            .ThenByDescending(made => made.Run.Started)
            .ToList();
        return fitting.Count > 0 ? (fitting[0].Run, fitting[0].Index) : null;
    }

    private string InputFor(string step, RecordedInput input)
    {
        var kind = input.Kind == RecordedInputKind.Parameter ? RecordedInputKind.Path : input.Kind;
        var path = input.Path is null ? null : Path.GetRelativePath(folder, input.Path).Replace('\\', '/');
        if (_inputs.Find(known => known.Kind == kind && known.Hash == input.Hash && known.Path == path && (input.Hash ?? path) is not null) is { } same)
            return same.Name;
        var name = _inputs.All(known => known.Name != input.Name) ? input.Name : Unique($"{step}-{input.Name}", taken => _inputs.Any(known => known.Name == taken));
        _inputs.Add(new RecipeInput(name, kind) { Path = path, Hash = input.Hash, Help = input.Layer is null || input.Path is not null ? "" : $"The layer '{input.Layer}'." });
        return name;
    }

    private RecipeStep Step(OperationRecord run, string id)
    {
        var paths = run.Inputs.Where(input => input.Kind == RecordedInputKind.Parameter).Select(input => input.Name).ToHashSet();
        return new RecipeStep(id, run.Operation)
        {
            Parameters = run.Parameters.ToDictionary(pair => pair.Key, pair => paths.Contains(pair.Key) ? _references[(run, pair.Key)] : pair.Value),
            Inputs = run.Inputs.Where(input => input.Kind != RecordedInputKind.Parameter).ToDictionary(input => input.Name, input => _references[(run, input.Name)]),
            Recorded = new RecipeStepRecord
            {
                Run = run.Id,
                Sdk = run.Sdk,
                Plugins = run.Plugins,
                Seconds = run.Seconds,
                Inputs = run.Inputs.Where(input => input.Hash is not null).ToDictionary(input => input.Name, input => input.Hash!),
                Outputs = [.. run.Outputs.Select(output => output with { Path = null, FileHash = null })],
            },
        };
    }
}
