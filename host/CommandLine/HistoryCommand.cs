using System.CommandLine;
using System.Text;

using VolumeViewer.Host.History;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>history, history show: the runs, and all that is known of one.</summary>
internal static class HistoryCommand
{
    public static Command Create(CommandContext context)
    {
        var limit = new Option<int>("--limit") { Description = "How many runs to list.", HelpName = "NUMBER", DefaultValueFactory = _ => 20 };
        var operation = new Option<string>("--operation") { Description = "List only the runs of this operation.", HelpName = "ID" };
        var command = new Command("history", "List the runs of operations, from the window and from here, the newest first.") { limit, operation, Show(context) };
        command.SetAction(arguments =>
        {
            var most = arguments.GetValue(limit);
            if (most < 1)
                throw new UserException($"--limit: {most} is not 1 or more.");
            var (records, damaged) = context.Services.History.All();
            var wanted = arguments.GetValue(operation);
            var fitting = records.Where(record => wanted is null || record.Operation == wanted).Reverse().ToList();
            var shown = fitting.Take(most).ToList();
            if (damaged > 0)
                Console.Error.WriteLine($"volumeviewer: {damaged} damaged line(s) in '{context.Services.History.Journal.Path}' were left out.");
            context.Print(arguments, () => shown.Select(RecordJson.ToElement).ToArray(), () => Text(shown, fitting.Count, wanted));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "The run; the first digits of its id are enough." };
        var command = new Command("show", "Tell all that is known of a run.") { id };
        command.SetAction(arguments =>
        {
            var record = RunHistory.Find(context.Services.History.All().Records, arguments.GetValue(id)!);
            context.Print(arguments, () => RecordJson.ToElement(record), () => Text(record));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(List<OperationRecord> shown, int all, string? operation)
    {
        if (shown.Count == 0)
            return operation is null ? "Nothing was run yet." : $"Nothing of '{operation}' was run yet.";
        var table = new Table("Runs, the newest first", new("id"), new("started"), new("operation"), new("of"), new("seconds", Format: "0.0"), new("ended"));
        foreach (var record in shown)
        {
            table.Add(record.Id, record.Started.LocalDateTime.ToString("yyyy-MM-dd HH:mm:ss"), record.Operation,
                string.Join(", ", record.Inputs.Select(input => input.Layer ?? Path.GetFileName(input.Path))), record.Seconds, Ending(record));
        }
        return TextTable.Format(table) + (all > shown.Count ? $"{all - shown.Count} more; --limit shows more of them.\n" : "")
            + "'history show ID' tells all of one, 'recipe save ID --out FILE.json' makes a recipe of it.";
    }

    private static string Ending(OperationRecord record) => ParameterSchema.KebabCase(record.Ended.ToString());

    private static string Text(OperationRecord record)
    {
        var text = new StringBuilder();
        Line("run", record.Id);
        Line("operation", record.Title.Length > 0 ? $"{record.Operation} ({record.Title})" : record.Operation);
        Line("started", record.Started.LocalDateTime.ToString("yyyy-MM-dd HH:mm:ss"));
        Line("ended", $"{Ending(record)} after {record.Seconds:0.0##} s{(record.Reason is null ? "" : $": {record.Reason}")}");
        Line("results", record.Deterministic ? "bit-equal each time" : "not bit-equal each time, or not on every machine");
        foreach (var plugin in record.Plugins)
            Line("plugin", $"{plugin.Id} {plugin.Version}, sha256 {Short(plugin.Hash)}");
        Line("SDK", record.Sdk);
        foreach (var input in record.Inputs)
            Line("input", $"{input.Name}: {string.Join(", ", new[] { input.Layer is null ? null : $"layer '{input.Layer}'", input.Path, $"sha256 {Short(input.Hash)}" }.OfType<string>())}");
        foreach (var (name, value) in record.Parameters.Where(parameter => parameter.Value.Length > 0))
            Line("parameter", $"{name} = {value}");
        foreach (var output in record.Outputs)
        {
            Line("output", $"{ParameterSchema.KebabCase(output.Kind.ToString())} '{output.Name}'"
                + (output.Shape is { } shape ? $", {string.Join(" × ", shape)}" : "") + $", sha256 {Short(output.Hash)}" + (output.Path is null ? "" : $", {output.Path}"));
        }
        return text.ToString();

        void Line(string name, string value) => text.Append(name.PadRight(11)).Append(value).Append('\n');
    }

    private static string Short(string? hash) => hash is null ? "not taken" : hash[..Math.Min(12, hash.Length)];
}
