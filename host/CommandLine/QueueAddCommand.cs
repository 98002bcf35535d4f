using System.CommandLine;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>queue add OPERATION and queue rerun ID: the options are those of the operation, whose values may be lists and ranges.</summary>
internal sealed class QueueAddCommand
{
    private readonly CommandContext _context;
    private readonly Option<SearchKind> _search = new("--search") { Description = "Which combinations to run: all (grid), some (random), or many a little and the better ones more (halving)." };
    private readonly Option<int?> _trials = new("--trials") { Description = "How many runs to draw.", HelpName = "NUMBER" };
    private readonly Option<int> _searchSeed = new("--search-seed") { Description = "Equal seeds draw equal runs.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _metric = new("--metric") { Description = "Halving: the column of metrics.csv that decides.", HelpName = "COLUMN", DefaultValueFactory = _ => "validation mean IoU" };
    private readonly Option<bool?> _lowest = new("--lowest") { Description = "Halving: whether the lowest is best. Default: for a column with 'loss' or 'error' in its name." };
    private readonly Option<double> _first = new("--first") { Description = "Halving: epochs that every run gets at first.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
    private readonly Option<double> _keep = new("--keep") { Description = "Halving: the share of the runs that goes on, with as many times the epochs.", HelpName = "SHARE", DefaultValueFactory = _ => 1.0 / 3 };
    private readonly Option<bool> _start = new("--start") { Description = "Start the queue as well." };

    private QueueAddCommand(CommandContext context) => _context = context;

    private Option[] Own => [_search, _trials, _searchSeed, _metric, _lowest, _first, _keep, _start];

    /// <param name="context">The shared services.</param>
    /// <param name="words">The words of the command line: only the operation named there is loaded, to learn its options.</param>
    public static Command Add(CommandContext context, IReadOnlyList<string> words)
    {
        var add = new Command("add", "Put runs of an operation into the queue. Any value may be a list (\"1|2|3\") or a range (1e-4..1e-2).");
        foreach (var (contribution, _) in context.Services.Plugins.Listed<IOperation>())
        {
            add.Subcommands.Add(IsCommand(words, "add") && words.Contains(contribution.Id)
                ? new QueueAddCommand(context).ForOperation(context.Services.Plugins.Get<IOperation>(contribution.Id))
                : new Command(contribution.Id, contribution.Title));
        }
        if (IsCommand(words, "add") && words.SkipWhile(word => word != "add").Skip(1).FirstOrDefault() is { } operation && !operation.StartsWith('-'))
            context.Services.Plugins.Get<IOperation>(operation);
        return add;
    }

    /// <inheritdoc cref="Add"/>
    public static Command Rerun(CommandContext context, IReadOnlyList<string> words)
    {
        var id = new Argument<int>("ID") { Description = "The run of the queue." };
        var command = new Command("rerun", "Put a run into the queue again, with other values where they are given.") { id };
        // Which options there are depends on the run.
        if (!IsCommand(words, "rerun") || words.Skip(2).Select(word => int.TryParse(word, out var number) ? number : (int?)null).FirstOrDefault(number => number is not null) is not { } known)
        {
            command.SetAction(int (ParseResult _) => throw new UserException("queue rerun needs the id of a run; 'queue list' shows them."));
            return command;
        }
        new QueueAddCommand(context).ForRun(command, id, known);
        return command;
    }

    private static bool IsCommand(IReadOnlyList<string> words, string name) => words.Where(word => !word.StartsWith('-')).Take(2).SequenceEqual(["queue", name]);

    private Command ForOperation(IOperation operation)
    {
        var command = new Command(operation.Id, operation.Description.Length > 0 ? operation.Description : operation.Title);
        var options = new OperationOptions(_context, operation, [.. Own.Select(option => option.Name), "--out", "--preset"]);
        var preset = new Option<string>("--preset") { Description = "Values saved under this name in the form; options given beside it count more.", HelpName = "NAME" };
        foreach (var option in options.All.Concat(Own).Append(preset))
            command.Options.Add(option);
        command.SetAction(arguments =>
        {
            var values = arguments.GetValue(preset) is { } name ? PresetStore.OfUser.Load(operation.Id, name).ToDictionary() : [];
            foreach (var (parameter, text) in options.Parameters(arguments))
                values[parameter] = text;
            return Put(arguments, new QueueRequest
            {
                Operation = operation,
                Inputs = options.Inputs(arguments),
                Parameters = values,
                BaseFolder = arguments.GetValue(options.Out) ?? "",
            });
        });
        return command;
    }

    private void ForRun(Command command, Argument<int> id, int known)
    {
        var run = QueueEditing.Get(QueueStore.OfUser.Read(), known);
        var operation = _context.Services.Plugins.Get<IOperation>(run.Operation);
        var options = new OperationOptions(_context, operation, [.. Own.Select(option => option.Name), "--out"]);
        options.Out.Description = "The folder for the folders of the new runs. Default: that of the run.";
        foreach (var option in options.All.Concat(Own))
            command.Options.Add(option);
        command.SetAction(arguments =>
        {
            var again = QueueEditing.Again(QueueEditing.Get(QueueStore.OfUser.Read(), arguments.GetValue(id)), operation, options.Parameters(arguments), arguments.GetValue(options.Out));
            var inputs = again.Inputs.ToDictionary();
            foreach (var (input, path) in options.Inputs(arguments))
                inputs[input] = path;
            return Put(arguments, again with { Inputs = inputs });
        });
    }

    private int Put(ParseResult arguments, QueueRequest request)
    {
        var metric = arguments.GetValue(_metric)!;
        var store = QueueStore.OfUser;
        var added = QueueAdding.Add(store, request with
        {
            Kind = arguments.GetValue(_search),
            Trials = arguments.GetValue(_trials),
            SearchSeed = arguments.GetValue(_searchSeed),
            Halving = new HalvingSearch
            {
                Id = 0,
                Metric = metric,
                IsLowBetter = arguments.GetValue(_lowest) ?? HalvingSearch.IsLowBetterByName(metric),
                First = arguments.GetValue(_first),
                Keep = arguments.GetValue(_keep),
            },
        });
        if (arguments.GetValue(_start))
            WorkerProcess.Start(store, null, arguments.GetValue(_context.PluginFolder));
        _context.Print(arguments, () => added.Select(QueueStore.ToElement).ToArray(), () => QueueText.Runs(added)
            + (arguments.GetValue(_start) || store.Read().IsStarted ? "" : "'queue start' begins with them."));
        return ExitCode.Done;
    }
}
