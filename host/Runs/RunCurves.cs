using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Runs;

/// <summary>A column of the metrics over another, one curve for each run.</summary>
internal static class RunCurves
{
    /// <summary>What can run along x; any other column can too.</summary>
    public static IReadOnlyList<string> Abscissas { get; } = ["epoch", "step", "seconds"];

    /// <summary>The curves of a plot.</summary>
    /// <param name="comparison">The runs.</param>
    /// <param name="y">The column.</param>
    /// <param name="x">The column along x.</param>
    /// <param name="smoothing">See <see cref="Smoothing.Ema"/>.</param>
    /// <returns>Runs without such columns are left out.</returns>
    public static Plot Plot(RunComparison comparison, string y, string x, double smoothing)
    {
        var series = comparison.Runs.Select(run => (Label: comparison.LabelOf(run), X: run.Metrics.Column(x), Y: run.Metrics.Column(y)))
            .Where(curve => curve.X.Count > 0 && curve.Y.Any(double.IsFinite))
            .Select(curve => new PlotSeries(curve.Label, curve.X, Smoothing.Ema(curve.Y, smoothing)));
        return new Plot(y, x, y, [.. series]);
    }

    /// <summary>The curves as a table: a row for each point, with the run's name in the first column.</summary>
    public static Table Table(Plot plot)
    {
        var table = new Table(plot.Title, new("run"), new(plot.XLabel, Format: "R"), new(plot.YLabel, Format: "R"));
        foreach (var series in plot.Series)
        {
            for (var index = 0; index < series.X.Count; index++)
            {
                if (double.IsFinite(series.Y[index]))
                    table.Add(series.Name, series.X[index], series.Y[index]);
            }
        }
        return table;
    }
}
