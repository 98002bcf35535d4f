using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Runs;

/// <summary>Several runs side by side: what varies between them, and a table of how each came out.</summary>
internal sealed class RunComparison
{
    // Of these the least is the best one; of all others the most.
    private static readonly string[] LowIsGood = ["loss", "error"];

    // They count, or tell how a run is set up; there is no best of them.
    private static readonly string[] Counters = ["epoch", "step", "seconds", "learning rate"];

    private RunComparison(IReadOnlyList<RunView> runs)
    {
        Runs = runs;
        var names = runs.SelectMany(run => run.Facts.Parameters.Keys).Distinct().ToList();
        Varied = [.. names.Where(name => runs.Select(run => run.Facts.Parameters.GetValueOrDefault(name, "")).Distinct().Count() > 1)];
        // "kernels=8,…" says again what the options say one by one.
        if (Varied.Contains("network-options") && names.Contains("weights") && Varied.Any(name => name is not "network-options" and not "weights"))
            Varied = [.. Varied.Where(name => name != "network-options")];
        Metrics = [.. runs.SelectMany(run => run.Metrics.Columns).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public IReadOnlyList<RunView> Runs { get; }

    /// <summary>The parameters in which the runs differ.</summary>
    public IReadOnlyList<string> Varied { get; }

    /// <summary>Columns of the metrics that any run has.</summary>
    public IReadOnlyList<string> Metrics { get; }

    public static RunComparison Of(IReadOnlyList<RunView> runs) => new(runs);

    /// <summary>Whether a metric counts or tells a setting, rather than how good a run is.</summary>
    public static bool IsCounter(string metric) => Counters.Contains(metric, StringComparer.OrdinalIgnoreCase) || metric.Contains("norm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a metric is best when it is low.</summary>
    public static bool IsLowGood(string metric) => LowIsGood.Any(word => metric.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>What tells a run from the others: the values that vary, or its name.</summary>
    public string LabelOf(RunView run)
    {
        // How long it ran and how many weights that makes follows from the rest.
        var telling = Varied.Where(name => name is not "weights").ToList();
        var label = string.Join(", ", telling.Select(name => $"{name} {(run.Facts.Parameters.GetValueOrDefault(name, "") is { Length: > 0 } value ? value : "–")}"));
        var isUnique = telling.Count > 0 && Runs.Count(other => telling.All(name => other.Facts.Parameters.GetValueOrDefault(name) == run.Facts.Parameters.GetValueOrDefault(name))) == 1;
        return isUnique && label.Length <= 90 ? label : run.Name;
    }

    /// <summary>A row for each run: what varies, the best and the last of each metric, the test, and the time.</summary>
    public Table Table()
    {
        var metrics = Metrics.Where(metric => !IsCounter(metric)).ToList();
        var tests = Runs.SelectMany(run => run.Test.Keys).Distinct().ToList();
        List<TableColumn> columns = [new("run"), new("state"), .. Varied.Select(name => new TableColumn(name)), new("epoch", Format: "0"), new("step", Format: "0")];
        foreach (var metric in metrics)
            columns.AddRange([new($"best {metric}"), new($"last {metric}")]);
        columns.AddRange([.. tests.Select(name => new TableColumn(name)), new("seconds", Format: "0.0")]);
        var table = new Table("Runs", Distinct(columns));
        foreach (var run in Runs)
        {
            List<object?> row = [run.Name, run.Facts.State, .. Varied.Select(name => Value(run.Facts.Parameters.GetValueOrDefault(name))), run.Metrics.Last("epoch"), run.Metrics.Last("step")];
            foreach (var metric in metrics)
                row.AddRange([run.Metrics.Best(metric, IsLowGood(metric)), run.Metrics.Last(metric)]);
            row.AddRange([.. tests.Select(name => run.Test.TryGetValue(name, out var number) ? (object?)number : null), run.Seconds]);
            table.Add(row);
        }
        return table;
    }

    private static List<TableColumn> Distinct(List<TableColumn> columns)
    {
        var seen = new HashSet<string>();
        return [.. columns.Select(column =>
        {
            var name = column.Name;
            while (!seen.Add(name))
                name += " '";
            return column with { Name = name };
        })];
    }

    private static object? Value(string? text) => string.IsNullOrEmpty(text) ? null : double.TryParse(text, out var number) ? number : text;
}
