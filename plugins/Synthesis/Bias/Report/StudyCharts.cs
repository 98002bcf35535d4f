using VolumeViewer.Plugins.Synthesis.Bias.Study;

namespace VolumeViewer.Plugins.Synthesis.Bias.Report;

/// <summary>The charts of a study's report.</summary>
internal sealed class StudyCharts(StudyTables tables)
{
    private const string Truth = "#222222";
    private const string Annotator = "#c2571a";
    private const string Control = "#2a6f97";
    private const string Method = "#5b8c3a";
    private const double Left = 260;
    private const double Width = 900;

    /// <summary>All properties as deviations from the truth in per cent, the most robust above; a strip of dots with a bar from mean − 2 to mean + 2 deviations each.</summary>
    internal string Deviations()
    {
        var ranked = tables.Summaries.Where(each => !double.IsNaN(each.Uncertainty)).ToList();
        const double Row = 26, Top = 46;
        var bottom = Top + (Row * ranked.Count);
        var scale = new Scale(ranked.SelectMany(each => each.Annotators.Concat(each.Controls).Append(each.Method).Select(value => 100 * each.Relative(value)))
            .Concat(ranked.SelectMany(each => Ends(each).Select(end => 100 * each.Relative(end)))).Append(0), Left, Width - 20);
        var svg = Legend(new Svg(Width, bottom + 44));
        foreach (var tick in scale.Ticks)
            svg.Line(scale.At(tick), Top, scale.At(tick), bottom, "#dddddd").Text(scale.At(tick), bottom + 16, scale.Label(tick), "middle", 11);
        svg.Line(scale.At(0), Top, scale.At(0), bottom, Truth, 1.5).Text((Left + Width) / 2, bottom + 36, "deviation from the truth [%]", "middle");
        for (var row = 0; row < ranked.Count; row++)
        {
            var (each, y) = (ranked[row], Top + (Row * (row + 0.5)));
            double X(double value) => scale.At(100 * each.Relative(value));
            svg.Text(Left - 12, y + 4, each.Name, "end");
            var ends = Ends(each).Select(X).ToList();
            svg.Rectangle(ends[0], y - 5, Math.Max(1, ends[1] - ends[0]), 10, Annotator, 0.2).Line(X(each.Mean), y - 8, X(each.Mean), y + 8, Annotator, 2);
            Strip(svg, each, X, y);
        }
        return svg.ToString();
    }

    /// <summary>Each property in its own unit: the truth as a line, and a dot for every network.</summary>
    internal string Values()
    {
        const double Panel = 300, Down = 92;
        var all = tables.Summaries;
        var svg = new Svg(3 * Panel, Math.Ceiling(all.Count / 3.0) * Down);
        for (var index = 0; index < all.Count; index++)
        {
            var (each, left, top) = (all[index], index % 3 * Panel, index / 3 * Down);
            var scale = new Scale(each.Annotators.Concat(each.Controls).Append(each.Method).Append(each.Truth), left + 12, left + Panel - 16);
            var unit = each.Unit.Length > 0 ? $" [{each.Unit}]" : "";
            svg.Text(left + 12, top + 18, each.Name + unit, size: 12).Line(left + 12, top + 62, left + Panel - 16, top + 62, "#999999");
            foreach (var tick in scale.Ticks.Where((_, at) => at % 2 == 0))
                svg.Line(scale.At(tick), top + 62, scale.At(tick), top + 66, "#999999").Text(scale.At(tick), top + 80, scale.Label(tick), "middle", 10);
            if (double.IsFinite(each.Truth))
                svg.Line(scale.At(each.Truth), top + 26, scale.At(each.Truth), top + 62, Truth, 1.5);
            Strip(svg, each, scale.At, top + 44);
        }
        return svg.ToString();
    }

    /// <summary>Accuracy of every network against the truth, as dots: bars would have to begin at 0, where all look alike.</summary>
    internal string Accuracies()
    {
        const double Row = 22, Top = 8;
        var bottom = Top + (Row * tables.Outcomes.Count);
        var accuracies = tables.Outcomes.Select(each => each.Outcome.Agreement.Accuracy).ToList();
        var scale = new Scale(accuracies.Append(accuracies.Max() + 0.01).Append(accuracies.Min() - 0.01), Left, Width - 80);
        var svg = new Svg(Width, bottom + 24);
        foreach (var tick in scale.Ticks)
            svg.Line(scale.At(tick), Top, scale.At(tick), bottom, "#dddddd").Text(scale.At(tick), bottom + 16, scale.Label(tick), "middle", 11);
        for (var row = 0; row < accuracies.Count; row++)
        {
            var (run, y) = (tables.Outcomes[row].Run, Top + (Row * row));
            svg.Text(Left - 12, y + 15, run.Kind == RunKind.Truth ? "learned from the truth" : run.Name, "end")
                .Line(Left, y + 11, Width - 80, y + 11, "#eeeeee")
                .Dot(scale.At(accuracies[row]), y + 11, 5, Colour(run.Kind), true, $"{accuracies[row]:0.0000}")
                .Text(scale.At(accuracies[row]) + 9, y + 15, accuracies[row].ToString("0.0000"), size: 11);
        }
        return svg.ToString();
    }

    private static void Strip(Svg svg, PropertySummary each, Func<double, double> x, double y)
    {
        for (var number = 0; number < each.Controls.Count; number++)
            Dot(each.Controls[number], 4, Control, false, $"control {number + 1}");
        for (var number = 0; number < each.Annotators.Count; number++)
            Dot(each.Annotators[number], 4, Annotator, true, $"annotator {number + 1}");
        Dot(each.Method, 5.5, Method, false, "learned from the truth");

        void Dot(double value, double radius, string colour, bool isFilled, string who)
        {
            if (double.IsFinite(value))
                svg.Dot(x(value), y, radius, colour, isFilled, $"{who}: {value:G5} {each.Unit}");
        }
    }

    private static double[] Ends(PropertySummary each)
    {
        var spread = double.IsNaN(each.Spread) ? 0 : 2 * each.Spread;
        return [each.Mean - spread, each.Mean + spread];
    }

    private static Svg Legend(Svg svg)
    {
        svg.Line(Left - 150, 20, Left - 132, 20, Truth, 2).Text(Left - 126, 24, "truth");
        svg.Dot(Left - 60, 20, 4, Annotator, true, "").Text(Left - 50, 24, "annotators, bar: mean ± 2 spreads");
        svg.Dot(Left + 200, 20, 4, Control, false, "").Text(Left + 210, 24, "first annotator, other seeds");
        return svg.Dot(Left + 420, 20, 5.5, Method, false, "").Text(Left + 430, 24, "learned from the truth");
    }

    private static string Colour(RunKind kind) => kind switch { RunKind.Truth => Method, RunKind.Annotator => Annotator, _ => Control };
}
