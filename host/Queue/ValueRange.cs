using System.Globalization;
using System.Text.RegularExpressions;

namespace VolumeViewer.Host.Queue;

/// <summary>Numbers from one end to another, as "1e-4..1e-2", "log:8..64" or "0.1..0.5/5".</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end, above the first.</param>
/// <param name="IsLog">Whether equal ratios count as equal distances.</param>
/// <param name="IsWhole">Whether only whole numbers are meant.</param>
/// <param name="Count">How many numbers stand for it in a grid, or null where that was not said.</param>
internal sealed partial record ValueRange(double From, double To, bool IsLog, bool IsWhole, int? Count)
{
    // From here on a step from the lower end to twice of it matters as much as one at the upper end.
    private const double LogRatio = 10;

    /// <summary>Reads a range.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="isWhole">Whether whole numbers are wanted; null decides by how the ends are written.</param>
    /// <param name="fault">What is wrong with a text that is meant as a range.</param>
    /// <returns>Null where the text is no range.</returns>
    public static ValueRange? Parse(string text, bool? isWhole, out string? fault)
    {
        fault = null;
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var (from, to) = (double.Parse(match.Groups["from"].Value), double.Parse(match.Groups["to"].Value));
        var scale = match.Groups["scale"].Value;
        int? count = match.Groups["count"].Success ? int.Parse(match.Groups["count"].Value, NumberStyles.None) : null;
        if (!(from < to))
            fault = $"'{text}' is no range: its first end is not below the second.";
        else if (scale == "log" && from <= 0)
            fault = $"'{text}' cannot have a logarithmic scale: it does not begin above zero.";
        else if (count is < 2)
            fault = $"'{text}' needs at least 2 values.";
        var whole = isWhole ?? (IsWholeText(match.Groups["from"].Value) && IsWholeText(match.Groups["to"].Value));
        var isLog = scale == "log" || (scale.Length == 0 && from > 0 && to / from >= LogRatio);
        return fault is null ? new ValueRange(from, to, isLog, whole, count) : null;
    }

    /// <summary>The values of a grid, or null where it was not said how many.</summary>
    public IReadOnlyList<string>? Grid() => Count is { } count
        ? [.. Enumerable.Range(0, count).Select(index => Text(At(index / (count - 1.0)))).Distinct()]
        : null;

    /// <summary>A value drawn evenly on the range's scale.</summary>
    public string Draw(Random random) => Count is { } count ? Text(At(random.Next(count) / (count - 1.0))) : Text(At(random.NextDouble()));

    private double At(double share) => IsLog ? From * Math.Pow(To / From, share) : From + ((To - From) * share);

    // Four digits are finer than any search, and stay readable in the names of folders.
    private string Text(double value) => IsWhole
        ? Math.Round(Math.Clamp(value, Math.Ceiling(From), Math.Floor(To))).ToString("0")
        : double.Parse(Math.Clamp(value, From, To).ToString("G4")).ToString("R");

    private static bool IsWholeText(string text) => text.AsSpan().TrimStart("+-").IndexOfAnyExceptInRange('0', '9') < 0;

    [GeneratedRegex(@"^\s*(?:(?<scale>log|lin):)?\s*(?<from>[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?)\s*\.\.\s*(?<to>[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?)(?:\s*/\s*(?<count>\d{1,6}))?\s*$")]
    private static partial Regex Form();
}
