using VolumeViewer.Plugins.Synthesis.Bias.Study;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>A property over the draws of an ensemble.</summary>
/// <param name="Name">Of the property.</param>
/// <param name="Unit">Or empty.</param>
/// <param name="Predicted">Of the most probable phases.</param>
/// <param name="Draws">Of each draw; NaN where it could not be measured.</param>
internal sealed record EnsembleProperty(string Name, string Unit, double Predicted, IReadOnlyList<double> Draws)
{
    private IReadOnlyList<double> Sorted => [.. Draws.Where(double.IsFinite).Order()];

    /// <summary>Median of the draws.</summary>
    internal double Median => Quantile(0.5);

    /// <summary>Standard deviation of the draws; NaN for fewer than two.</summary>
    internal double Spread
    {
        get
        {
            var values = Sorted;
            if (values.Count < 2)
                return double.NaN;
            var mean = values.Average();
            return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        }
    }

    /// <summary>The value that a share of the draws lies below, between two draws by a straight line; NaN without draws.</summary>
    internal double Quantile(double share)
    {
        var values = Sorted;
        if (values.Count == 0)
            return double.NaN;
        var place = share * (values.Count - 1);
        var (low, rest) = ((int)place, place - Math.Floor(place));
        return values[low] + (rest * (values[Math.Min(low + 1, values.Count - 1)] - values[low]));
    }

    /// <summary>Draws segmentations and measures each.</summary>
    /// <param name="ensemble">What to draw from.</param>
    /// <param name="draws">How many.</param>
    /// <param name="others">Further measures, or null for the quick ones alone.</param>
    /// <param name="job">Progress from 0 to 1.</param>
    internal static async Task<IReadOnlyList<EnsembleProperty>> MeasureAsync(LogitEnsemble ensemble, int draws, OtherProperties? others, IJobContext job)
    {
        var measured = new List<IReadOnlyList<MaterialProperty>>();
        for (var draw = -1; draw < draws; draw++)
        {
            job.CancellationToken.ThrowIfCancellationRequested();
            job.Report(new JobProgress((draw + 1) / (draws + 1.0), $"draw {draw + 1} of {draws}"));
            using var layer = new LabelsLayer("draw", draw < 0 ? ensemble.MostProbable() : ensemble.Draw(draw));
            IReadOnlyList<MaterialProperty> more = others is null ? [] : await others.MeasureAsync(layer, new SilentJob(job)).ConfigureAwait(false);
            measured.Add([.. QuickProperties.Measure(layer.Labels, job.CancellationToken), .. more]);
        }
        return [.. measured[0].Select(first => new EnsembleProperty(first.Name, first.Unit, first.Value,
            [.. measured.Skip(1).Select(each => each.FirstOrDefault(property => property.Name == first.Name)?.Value ?? double.NaN)]))];
    }
}
