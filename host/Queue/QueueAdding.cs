using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>Checks what shall be queued, and adds it.</summary>
internal static class QueueAdding
{
    /// <summary>The parameter by which an operation goes on with what is in its folder.</summary>
    public const string ResumeParameter = "resume";

    /// <summary>Whether an operation can go on with a run that was interrupted.</summary>
    public static bool CanResume(IOperation operation) => operation.Parameters.Items.Any(item => item.Name == ResumeParameter && item.Type == typeof(bool));

    /// <summary>The runs that would be added.</summary>
    /// <exception cref="ParameterException">Something is missing or wrong; tells all of it.</exception>
    public static IReadOnlyList<PlannedRun> Plan(QueueRequest request)
    {
        var (operation, faults) = (request.Operation, new List<string>());
        if (operation.Output != OutputKind.Folder)
            throw new ParameterException([$"{operation.Id} fills no folder, and so cannot be queued: its result would have nowhere to go. Use 'run', or a recipe."]);
        foreach (var input in operation.Inputs)
        {
            if (request.Inputs.GetValueOrDefault(input.Name) is not { Length: > 0 } path)
            {
                if (!input.Optional)
                    faults.Add($"--{input.Name} is missing: {input.Help}");
            }
            else if (!Path.Exists(path))
                faults.Add($"--{input.Name}: there is no file or folder '{path}'.");
        }
        if (string.IsNullOrWhiteSpace(request.BaseFolder))
            faults.Add("--out is missing: the folder for the folders of the runs.");
        else if (File.Exists(request.BaseFolder))
            faults.Add($"--out: '{request.BaseFolder}' is a file; give a folder.");
        if (request.Kind == SearchKind.Halving)
        {
            if (!CanResume(operation))
                faults.Add($"--search halving: {operation.Id} has no parameter '{ResumeParameter}', so its runs cannot be stopped and gone on with. Take --search random.");
            if (!(request.Halving.Keep is > 0 and <= 0.5))
                faults.Add($"--keep: {request.Halving.Keep} is not above 0 and at most 0.5; it is the share of the runs that goes on, such as 0.33.");
            if (!(request.Halving.First >= 1))
                faults.Add($"--first: {request.Halving.First} is not 1 or more; it is what each run gets at first, in epochs.");
        }
        IReadOnlyList<PlannedRun> runs = [];
        try
        {
            runs = RunPlanner.Plan(operation.Parameters, request.Parameters.Where(pair => pair.Key != ResumeParameter).ToDictionary(), request.Kind, request.Trials, request.SearchSeed);
        }
        catch (ParameterException problem)
        {
            faults.AddRange(problem.Faults);
        }
        if (request.Kind == SearchKind.Halving && runs.Count == 1)
            faults.Add("--search halving: there is only one run, and so nothing to compare.");
        OperationFaults.ThrowIfAny(faults);
        return runs;
    }

    /// <summary>Adds the runs at the end of the queue.</summary>
    /// <returns>The runs as they were added.</returns>
    /// <exception cref="ParameterException">Something is missing or wrong; tells all of it, and adds nothing.</exception>
    public static IReadOnlyList<QueuedRun> Add(QueueStore store, QueueRequest request)
    {
        var planned = Plan(request);
        List<QueuedRun> added = [];
        store.Update(queue =>
        {
            var search = request.Kind == SearchKind.Halving ? request.Halving with { Id = queue.Searches.Select(each => each.Id).DefaultIfEmpty().Max() + 1 } : null;
            added = Runs(queue, request, planned, search?.Id);
            return queue with
            {
                NextId = queue.NextId + added.Count,
                Runs = queue.Runs.AddRange(added),
                Searches = search is null ? queue.Searches : queue.Searches.Add(search),
            };
        });
        return added;
    }

    private static List<QueuedRun> Runs(QueueDocument queue, QueueRequest request, IReadOnlyList<PlannedRun> planned, int? search)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.BaseFolder.Trim()));
        var inputs = request.Inputs.Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Key, pair => Path.GetFullPath(pair.Value));
        var runs = new List<QueuedRun>();
        foreach (var plan in planned)
        {
            var varied = Named(request.Changes, plan.Varied);
            var name = RunName.Of(varied);
            var own = name.Length == 0 ? folder : Path.Combine(folder, name);
            runs.Add(new QueuedRun
            {
                Id = queue.NextId + runs.Count,
                Operation = request.Operation.Id,
                Title = request.Operation.Title,
                Inputs = inputs,
                Parameters = plan.Parameters.ToDictionary(pair => pair.Key, pair => WholePath(request.Operation, pair.Key, pair.Value)),
                Varied = [.. varied],
                Folder = RunName.Free(own, IsTaken),
                Search = search,
                Added = DateTimeOffset.Now,
            });
        }
        return runs;

        bool IsTaken(string path) => queue.Runs.Concat(runs).Any(run => run.Folder == path) || File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());
    }

    // What an earlier run had as well is said first, with its new value where it has one.
    private static IReadOnlyList<VariedValue> Named(IReadOnlyList<VariedValue> changes, IReadOnlyList<VariedValue> varied) =>
        [.. changes.Where(change => varied.All(value => value.Name != change.Name)), .. varied];

    // The worker has another working folder.
    private static string WholePath(IOperation operation, string name, string text) =>
        text.Length > 0 && operation.Parameters.Items.Any(item => item.Name == name && item.IsPath) ? Path.GetFullPath(text) : text;
}
