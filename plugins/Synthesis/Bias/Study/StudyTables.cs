using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>What a study came to, as tables and plots.</summary>
/// <param name="truth">Of the true labels.</param>
/// <param name="outcomes">Of every network.</param>
/// <param name="within">Share of the truth within which a property is robust.</param>
internal sealed class StudyTables(RunOutcome truth, IReadOnlyList<(StudyRun Run, RunOutcome Outcome)> outcomes, double within)
{
    /// <summary>The properties, the most robust first.</summary>
    internal IReadOnlyList<PropertySummary> Summaries { get; } = PropertySummary.Of(truth, outcomes);

    /// <summary>Every network and how it did.</summary>
    internal IReadOnlyList<(StudyRun Run, RunOutcome Outcome)> Outcomes => outcomes;

    /// <summary>What to think of a property.</summary>
    internal string Verdict(PropertySummary summary) => summary.Verdict(within);

    /// <summary>Each property: truth, mean and spread over annotators, bias, and the part of training.</summary>
    internal Table Properties()
    {
        var table = new Table("properties", new("property"), new("unit"), new("truth", Format: "G5"), new("mean of annotators", Format: "G5"), new("± 95 %", Format: "G3"),
            new("bias", Format: "G3"), new("bias of the method", Format: "G3"), new("spread of annotators", Format: "G3"), new("spread of trainings", Format: "G3"),
            new("spread of labelling", Format: "G3"), new("bias and 2 spreads", "%", "0.0"), new("verdict"));
        foreach (var each in Summaries)
        {
            table.Add(each.Name, each.Unit, Known(each.Truth), Known(each.Mean), Known(each.HalfWidth), Known(each.Bias), Known(each.Method - each.Truth), Known(each.Spread),
                Known(each.TrainingSpread), Known(each.LabellerSpread), Known(100 * each.Uncertainty), Verdict(each));
        }
        return table;
    }

    /// <summary>Every network with its agreement and properties.</summary>
    internal Table Runs()
    {
        var table = new Table("networks", [new("network"), new("labels of"), new("seed"), new("accuracy", Format: "0.0000"), new("mean IoU", Format: "0.0000"),
            .. truth.Properties.Select(property => new TableColumn(property.Name, property.Unit, "G5"))]);
        foreach (var (run, outcome) in outcomes)
        {
            table.Add([run.Name, run.Annotator < 0 ? "truth" : $"annotator {run.Annotator + 1}", run.Seed, outcome.Agreement.Accuracy, outcome.Agreement.MeanIoU,
                .. truth.Properties.Select(property => Known(outcome.Properties.FirstOrDefault(each => each.Name == property.Name)?.Value ?? double.NaN))]);
        }
        return table;
    }

    /// <summary>Deviations from the truth of every property, in the order of the table; and the accuracy of every network.</summary>
    internal IReadOnlyList<Plot> Plots()
    {
        var ranked = Summaries.Select((summary, index) => (summary, index)).Where(pair => !double.IsNaN(pair.summary.Uncertainty)).ToList();
        PlotSeries Series(string name, Func<PropertySummary, double> value) =>
            new(name, [.. ranked.Select(pair => pair.index + 1.0)], [.. ranked.Select(pair => 100 * pair.summary.Relative(value(pair.summary)))]);
        List<PlotSeries> series = [Series("truth", each => each.Truth), Series("mean of annotators", each => each.Mean)];
        series.AddRange(Enumerable.Range(0, outcomes.Count(each => each.Run.Kind == RunKind.Annotator)).Select(number => Series($"annotator {number + 1}", each => each.Annotators[number])));
        return
        [
            new Plot("Deviation from the truth, properties as in the table", "property", "deviation from the truth [%]", series),
            new Plot("Accuracy of the annotators' networks", "annotator", "accuracy", [new PlotSeries("accuracy",
                [.. outcomes.Where(each => each.Run.Kind == RunKind.Annotator).Select(each => each.Run.Annotator + 1.0)],
                [.. outcomes.Where(each => each.Run.Kind == RunKind.Annotator).Select(each => each.Outcome.Agreement.Accuracy)])]),
        ];
    }

    /// <summary>The networks as comma-separated values, with a first row for the true labels.</summary>
    internal string Csv()
    {
        var text = new StringBuilder("network,labels of,seed,accuracy,mean IoU");
        foreach (var property in truth.Properties)
            text.Append(',').Append(Quote(property.Unit.Length > 0 ? $"{property.Name} [{property.Unit}]" : property.Name));
        text.Append("\ntrue labels,,,1,1");
        foreach (var property in truth.Properties)
            text.Append(',').Append(property.Value.ToString("R"));
        foreach (var row in Runs().Rows)
            text.Append('\n').AppendJoin(',', row.Select(cell => cell is double number ? number.ToString("R") : Quote(cell?.ToString() ?? "")));
        return text.Append('\n').ToString();
    }

    private static object? Known(double value) => double.IsFinite(value) ? value : double.IsPositiveInfinity(value) ? "∞" : null;

    private static string Quote(string text) => text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
