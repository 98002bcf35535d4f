using System.Globalization;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>A value for a pair of phases, with its spread over annotators.</summary>
/// <param name="First">Label of the phase before the stroke.</param>
/// <param name="Second">Label of the phase behind it.</param>
/// <param name="Mean">Of all annotators.</param>
/// <param name="Spread">Standard deviation between annotators.</param>
internal readonly record struct PairValue(int First, int Second, double Mean, double Spread);

/// <summary>Reads and writes values of pairs of phases, such as "NMC/pore=0.5±0.2;CBD/pore=-0.3".</summary>
internal static class PairValues
{
    /// <summary>The values in a text.</summary>
    /// <param name="parameter">Name of the parameter, for the message.</param>
    /// <param name="text">Phases by name or file value; "+-" does for "±".</param>
    /// <param name="phases">Of the labels.</param>
    /// <exception cref="UserException">The text has another form, or names a phase that there is not, or a pair twice or of one phase.</exception>
    internal static IReadOnlyList<PairValue> Parse(string parameter, string text, PhaseTable phases)
    {
        var values = new List<PairValue>();
        foreach (var entry in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = entry.LastIndexOf('=');
            var names = equals < 0 ? [] : entry[..equals].Split('/', StringSplitOptions.TrimEntries);
            var numbers = equals < 0 ? [] : entry[(equals + 1)..].Replace("+-", "±", StringComparison.Ordinal).Split('±', StringSplitOptions.TrimEntries);
            double mean = 0, spread = 0;
            if (names.Length != 2 || numbers.Length is 0 or > 2 || !TryNumber(numbers[0], out mean) || (numbers.Length == 2 && !TryNumber(numbers[1], out spread)) || spread < 0)
            {
                throw new UserException($"--{parameter}: '{entry}' is not of the form PHASE/PHASE=NUMBER or PHASE/PHASE=NUMBER±SPREAD, such as "
                    + $"{phases[0].Name}/{phases[^1].Name}=0.5±0.2; several stand with semicolons between them.");
            }
            var (first, second) = (phases.Find(names[0]), phases.Find(names[1]));
            if (first == second || values.Any(each => (each.First, each.Second) == (first, second)))
                throw new UserException($"--{parameter}: '{entry}' names {(first == second ? "one phase twice" : "a pair that was named before")}.");
            values.Add(new PairValue(first, second, mean, spread));
        }
        return values;
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    internal static string Format(IEnumerable<PairValue> values, PhaseTable phases) => string.Join(';', values.Select(value =>
        $"{phases[value.First].Name}/{phases[value.Second].Name}={Number(value.Mean)}{(value.Spread > 0 ? "±" + Number(value.Spread) : "")}"));

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
