using System.Text;

using VolumeViewer.Plugins.Synthesis.Bias.Study;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Report;

/// <summary>The report of a study: one page that needs no other file.</summary>
/// <param name="parameters">Of the study.</param>
/// <param name="tables">What it came to.</param>
/// <param name="annotators">Who labelled.</param>
/// <param name="pictures">Slices to look at.</param>
/// <param name="phases">Whose colours the pictures have.</param>
internal sealed class StudyReport(StudyParameters parameters, StudyTables tables, Table annotators, IReadOnlyList<ReportPicture> pictures, PhaseTable phases)
{
    // A deviation from so few values is known to a factor of two at best.
    private const int FewControls = 3;

    private const string Style = """
        body { font: 15px/1.5 Helvetica, Arial, sans-serif; color: #222; max-width: 980px; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin-top: 2em; border-bottom: 1px solid #ccc; }
        table { border-collapse: collapse; font-size: 12px; display: block; overflow-x: auto; } th, td { padding: 3px 8px; border-bottom: 1px solid #ddd; text-align: right; }
        th { background: #f3f3f3; } td:first-child, th:first-child { text-align: left; } .robust { background: #dcedc8; } .sensitive { background: #fff3c4; } .not-robust { background: #ffd6cc; }
        figure { display: inline-block; margin: 6px; text-align: center; font-size: 12px; } figure img { width: 225px; image-rendering: pixelated; border: 1px solid #999; }
        svg { max-width: 100%; height: auto; } .key { margin-right: 1.5em; } .key i { display: inline-block; width: 0.9em; height: 0.9em; margin-right: 0.4em; border: 1px solid #999; vertical-align: -0.1em; }
        """;

    /// <summary>The page.</summary>
    internal string Html()
    {
        var page = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Bias of the labeller</title><style>{Style}</style></head><body>\n");
        page.Append("<h1>Bias of the labeller</h1>\n").Append(string.Concat(Summary().Select(words => $"<p>{Svg.Escape(words)}</p>\n")));
        Section(page, "Properties", "The most robust first. The bias is the mean of the annotators' networks less the truth; that of the method is what remains when a network learns from "
            + "true labels. The spread of labelling is what is left of the spread of annotators when that of trainings with equal labels is taken off, in squares; 0 where the trainings differ more than the annotators. "
            + (parameters.Controls < FewControls ? $"The spread of trainings is from {parameters.Controls + 1}, and rough." : ""));
        page.Append(Html(tables.Properties(), verdictColumn: true)).Append(new StudyCharts(tables).Deviations());
        Section(page, "Values", "Each property in its own unit; the line is the truth.");
        page.Append(new StudyCharts(tables).Values());
        Section(page, "Pictures", "One labelled slice, as it was labelled and as the networks label it.");
        page.Append($"<p>{string.Concat(phases.Select(phase => $"<span class=\"key\"><i style=\"background:{Hex(phase.Color)}\"></i>{Svg.Escape(phase.Name)}</span>"))}</p>\n");
        foreach (var picture in pictures)
            page.Append($"<figure><img src=\"{picture.Source}\" alt=\"{Svg.Escape(picture.Title)}\"><figcaption>{Svg.Escape(picture.Title)}</figcaption></figure>\n");
        Section(page, "Networks", "Share of all voxels that each network labels as the truth; the axis does not begin at 0.");
        page.Append(new StudyCharts(tables).Accuracies()).Append(Html(tables.Runs()));
        Section(page, "Annotators", "What was drawn for each, and how their labels differ from the truth.");
        page.Append(Html(annotators));
        Section(page, "Settings", "");
        page.Append("<table>");
        foreach (var (name, value) in ParameterSchema.For(typeof(StudyParameters)).ToTexts(parameters))
            page.Append($"<tr><td>{Svg.Escape(name)}</td><td>{(value.Length > 0 ? Svg.Escape(value) : "–")}</td></tr>");
        return page.Append("</table>\n</body></html>\n").ToString();
    }

    /// <summary>What was found, in words: a paragraph for all, and one for each verdict.</summary>
    internal IReadOnlyList<string> Summary()
    {
        string List(string verdict) => string.Join(", ", tables.Summaries.Where(each => tables.Verdict(each) == verdict)
            .Select(each => double.IsFinite(each.Uncertainty) ? $"{each.Name} ({100 * each.Uncertainty:0.0} %)" : each.Name));
        var accuracies = tables.Outcomes.Where(each => each.Run.Kind == RunKind.Annotator).Select(each => each.Outcome.Agreement.Accuracy).ToList();
        var words = new List<string>
        {
            $"{parameters.Annotators} annotators labelled the same slices; a network learned from each, and labelled the whole volume with an accuracy from "
                + $"{accuracies.Min():0.000} to {accuracies.Max():0.000}. In brackets: bias and two spreads together, as a share of the truth.",
        };
        foreach (var (verdict, title) in ((string, string)[])[("robust", "Robust"), ("sensitive", "Sensitive"), ("not robust", "Not robust"), ("unknown", "Not measured in all")])
        {
            if (List(verdict) is { Length: > 0 } names)
                words.Add($"{title}: {names}.");
        }
        return words;
    }

    private static string Hex(Rgba colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";

    private static void Section(StringBuilder page, string title, string words) =>
        page.Append($"<h2>{title}</h2>\n").Append(words.Length > 0 ? $"<p>{Svg.Escape(words)}</p>\n" : "");

    private static string Html(Table table, bool verdictColumn = false)
    {
        var html = new StringBuilder("<table><tr>");
        foreach (var column in table.Columns)
            html.Append($"<th>{Svg.Escape(column.Heading)}</th>");
        html.Append("</tr>\n");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var verdict = verdictColumn ? $" class=\"{table.Text(row, table.Columns.Count - 1).Replace(' ', '-')}\"" : "";
            html.Append($"<tr{verdict}>");
            for (var column = 0; column < table.Columns.Count; column++)
                html.Append($"<td>{Svg.Escape(table.Text(row, column))}</td>");
            html.Append("</tr>\n");
        }
        return html.Append("</table>\n").ToString();
    }
}
