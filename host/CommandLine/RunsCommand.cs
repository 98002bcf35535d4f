using System.CommandLine;
using System.Text;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Queue;
using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>runs list, runs export, runs plot: run folders side by side.</summary>
internal static class RunsCommand
{
    public static Command Create(CommandContext context) => new("runs", "Compare runs: the folders that trainings filled, alone or many in a folder.")
    {
        List(context), Export(context), Plot(context),
    };

    private static Argument<string[]> Folders() => new("FOLDER")
    {
        Description = "Run folders, or folders above them. Default: those of the queue.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static RunComparison Read(string[]? folders)
    {
        var queued = folders is { Length: > 0 } ? folders : [.. QueueStore.OfUser.Read().Runs.Select(run => run.Folder).Where(Directory.Exists)];
        return queued.Length > 0 ? RunComparison.Of(RunShelf.Read(queued)) : throw new UserException("Give the folders of runs: the queue has none.");
    }

    private static Command List(CommandContext context)
    {
        var folders = Folders();
        var sort = new Option<string>("--sort") { Description = "The column to order by, the best first; a metric stands for its best value.", HelpName = "COLUMN" };
        var ascending = new Option<bool?>("--ascending") { Description = "The least first. Default: for losses, errors and what is no metric." };
        var list = new Command("list", "List runs with what varies between them and how they came out.") { folders, sort, ascending };
        list.SetAction(arguments =>
        {
            var table = Sorted(Read(arguments.GetValue(folders)), arguments.GetValue(sort), arguments.GetValue(ascending));
            context.Print(arguments, () => JsonReport.Rows(table), () => TextTable.Format(Short(table)));
            return ExitCode.Done;
        });
        return list;
    }

    private static Table Sorted(RunComparison comparison, string? sort, bool? ascending)
    {
        var table = comparison.Table();
        if (sort is null)
            return table;
        var column = TableOrder.Find(table, sort);
        var name = table.Columns[column].Name;
        var isMetric = name.StartsWith("best ", StringComparison.Ordinal) || name.StartsWith("last ", StringComparison.Ordinal) || name.StartsWith("test ", StringComparison.Ordinal);
        return TableOrder.Ordered(table, TableOrder.Rows(table, column, isDescending: !(ascending ?? (!isMetric || RunComparison.IsLowGood(name)))));
    }

    // A terminal has room for the best values; the last ones stand in --json and in the export.
    private static Table Short(Table table)
    {
        var kept = Enumerable.Range(0, table.Columns.Count).Where(column => !table.Columns[column].Name.StartsWith("last ", StringComparison.Ordinal)
            && !table.Columns[column].Name.Contains("norm ", StringComparison.Ordinal)).ToList();
        var shown = new Table(table.Title, [.. kept.Select(column => table.Columns[column])]);
        foreach (var row in table.Rows)
            shown.Add([.. kept.Select(column => row[column])]);
        return shown;
    }

    private static Command Export(CommandContext context)
    {
        var folders = Folders();
        var file = Out("The file: .csv or .json.");
        var export = new Command("export", "Write the table of runs to a file.") { folders, file };
        export.SetAction(arguments =>
        {
            var path = PathOf(arguments.GetValue(file), ".csv", ".json");
            var table = Read(arguments.GetValue(folders)).Table();
            OutputPath.WriteAllBytes(path, Encoding.UTF8.GetBytes(Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase)
                ? JsonReport.Format(JsonReport.Rows(table)) : ResultWriter.Csv(table)));
            context.Print(arguments, () => new { file = path, runs = table.Rows.Count }, () => $"written: {path} ({table.Rows.Count} runs)");
            return ExitCode.Done;
        });
        return export;
    }

    private static Command Plot(CommandContext context)
    {
        var folders = Folders();
        var y = new Option<string>("--y") { Description = "The column of metrics.csv to draw.", HelpName = "COLUMN", DefaultValueFactory = _ => "validation mean IoU" };
        var x = new Option<string>("--x") { Description = "The column along x.", HelpName = "COLUMN", DefaultValueFactory = _ => "epoch" };
        var smooth = new Option<double>("--smooth") { Description = "Weight of what was before in an exponential moving average, from 0 to below 1.", HelpName = "NUMBER" };
        var isLog = new Option<bool>("--log") { Description = "Draw y on a logarithmic scale." };
        var file = Out("The file: .png for a picture, .csv for the points.");
        var plot = new Command("plot", "Draw a curve for each run.") { folders, y, x, smooth, isLog, file };
        plot.SetAction(arguments =>
        {
            var path = PathOf(arguments.GetValue(file), ".png", ".csv");
            var weight = arguments.GetValue(smooth);
            if (!(weight is >= 0 and < 1))
                throw new UserException($"--smooth: {weight} is not from 0 to below 1.");
            var comparison = Read(arguments.GetValue(folders));
            foreach (var (option, name) in new[] { ("--y", arguments.GetValue(y)!), ("--x", arguments.GetValue(x)!) })
            {
                if (!comparison.Metrics.Contains(name, StringComparer.OrdinalIgnoreCase))
                    throw new UserException($"{option}: no run has a column '{name}'; there are: {string.Join(", ", comparison.Metrics)}.");
            }
            var curves = RunCurves.Plot(comparison, arguments.GetValue(y)!, arguments.GetValue(x)!, weight);
            if (Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
                CurvesPicture.Write(curves, arguments.GetValue(isLog), null, path);
            else
                OutputPath.WriteAllBytes(path, Encoding.UTF8.GetBytes(ResultWriter.Csv(RunCurves.Table(curves))));
            context.Print(arguments, () => new { file = path, curves = curves.Series.Select(series => series.Name).ToArray() }, () => $"written: {path} ({curves.Series.Count} curves)");
            return ExitCode.Done;
        });
        return plot;
    }

    private static Option<string> Out(string help) => new("--out") { Description = $"{help} (REQUIRED)", HelpName = "FILE" };

    private static string PathOf(string? path, params string[] endings)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new UserException($"--out is missing: the file to write, ending in {string.Join(" or ", endings)}.");
        if (!endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw new UserException($"--out: '{path}' does not end in {string.Join(" or ", endings)}.");
        OutputPath.Check(path);
        return path;
    }
}
