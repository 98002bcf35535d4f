using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>
/// How an ensemble's median m and spread s become an interval that holds the truth with 90 %: m + s·(b ± w), with the mean b of the residuals (truth − m)/s over
/// volumes of known truth, and w the half-width of Student's prediction interval of a further residual, t·sd·√(1 + 1/n). Each property has its own.
/// </summary>
internal sealed class IntervalCalibration
{
    /// <summary>The share of cases that intervals are made to hold.</summary>
    internal const double Nominal = 0.9;

    private readonly Dictionary<string, (double Centre, double HalfWidth, int Cases)> _properties;

    private IntervalCalibration(Dictionary<string, (double Centre, double HalfWidth, int Cases)> properties, JsonObject facts) => (_properties, Facts) = (properties, facts);

    /// <summary>What the calibration was made with: sampling parameters, volumes, coverage.</summary>
    internal JsonObject Facts { get; }

    /// <summary>The properties, with centre and half-width in spreads, and the number of cases.</summary>
    internal IEnumerable<(string Name, double Centre, double HalfWidth, int Cases)> Properties =>
        _properties.Select(pair => (pair.Key, pair.Value.Centre, pair.Value.HalfWidth, pair.Value.Cases));

    /// <summary>Fits to cases; properties with fewer than three are left out.</summary>
    internal static IntervalCalibration Fit(IEnumerable<CalibrationCase> cases) => new(cases.GroupBy(each => each.Name).Where(group => group.Count() >= 3).ToDictionary(
        group => group.Key, group => Fit([.. group.Select(each => each.Residual)])), []);

    /// <summary>The interval of a property, or null if the calibration does not know it.</summary>
    internal (double Low, double High)? Interval(string name, double median, double spread) => _properties.TryGetValue(name, out var fit)
        ? (median + (spread * (fit.Centre - fit.HalfWidth)), median + (spread * (fit.Centre + fit.HalfWidth))) : null;

    /// <summary>
    /// For every case whether an interval holds its truth that was calibrated without the case's volume. Cases whose property is then known from fewer than
    /// three others are left out.
    /// </summary>
    internal static IReadOnlyList<(CalibrationCase Case, bool IsHeld)> CrossValidate(IReadOnlyList<CalibrationCase> cases)
    {
        var judged = new List<(CalibrationCase Case, bool IsHeld)>();
        foreach (var volume in cases.Select(each => each.Volume).Distinct().Order())
        {
            var without = Fit(cases.Where(each => each.Volume != volume));
            foreach (var each in cases.Where(each => each.Volume == volume))
            {
                if (without.Interval(each.Name, each.Median, each.Spread) is { } interval)
                    judged.Add((each, each.Truth >= interval.Low && each.Truth <= interval.High));
            }
        }
        return judged;
    }

    /// <summary>Half the width of the 95 % interval of the coverage, by Student's t from the scatter between volumes, since cases of one volume fail together; null for fewer than two.</summary>
    internal static double? CoverageHalfWidth(IEnumerable<(CalibrationCase Case, bool IsHeld)> judged)
    {
        var shares = judged.GroupBy(each => each.Case.Volume).Select(group => group.Average(each => each.IsHeld ? 1.0 : 0)).ToArray();
        if (shares.Length < 2)
            return null;
        var mean = shares.Average();
        return StudentQuantile.Two95(shares.Length - 1) * Math.Sqrt(shares.Sum(share => (share - mean) * (share - mean)) / (shares.Length - 1) / shares.Length);
    }

    /// <summary>As a file.</summary>
    internal string ToJson() => new JsonObject
    {
        ["facts"] = Facts.DeepClone(),
        ["properties"] = new JsonArray([.. Properties.Select(each => new JsonObject
        {
            ["name"] = each.Name, ["centre"] = each.Centre, ["halfWidth"] = each.HalfWidth, ["cases"] = each.Cases,
        })]),
    }.ToString();

    /// <summary>Reads what <see cref="ToJson"/> gave.</summary>
    /// <exception cref="UserException">It is no calibration.</exception>
    internal static IntervalCalibration Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))!;
            return new IntervalCalibration(json["properties"]!.AsArray().ToDictionary(each => (string)each!["name"]!,
                each => ((double)each!["centre"]!, (double)each["halfWidth"]!, (int)each["cases"]!)), json["facts"]!.AsObject());
        }
        catch (Exception fault) when (fault is IOException or System.Text.Json.JsonException or NullReferenceException or InvalidOperationException or FormatException)
        {
            throw new UserException($"--calibration: '{path}' is no calibration. Give the calibration.json that study.interval-calibration wrote.", fault);
        }
    }

    private static (double Centre, double HalfWidth, int Cases) Fit(double[] residuals)
    {
        var (n, mean) = (residuals.Length, residuals.Average());
        var deviation = Math.Sqrt(residuals.Sum(residual => (residual - mean) * (residual - mean)) / (n - 1));
        return (mean, StudentQuantile.Two90(n - 1) * deviation * Math.Sqrt(1 + (1.0 / n)), n);
    }
}
