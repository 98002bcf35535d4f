namespace VolumeViewer.Host.Panels;

/// <summary>A unit that lengths are typed in.</summary>
/// <param name="Name">Such as "nm".</param>
/// <param name="Micrometres">How many µm it is.</param>
internal sealed record LengthUnit(string Name, double Micrometres)
{
    /// <summary>The units, from the smallest.</summary>
    public static IReadOnlyList<LengthUnit> All { get; } = [new("nm", 1e-3), new("µm", 1), new("mm", 1e3)];

    /// <summary>The unit in which a length is written: nm below 1 µm, mm from 1000 µm on.</summary>
    public static LengthUnit For(double micrometres) => micrometres >= 1000 ? All[2] : micrometres >= 1 ? All[1] : All[0];

    /// <summary>A length in µm as a number of this unit that is not rounded but for the last digits, which conversion makes up.</summary>
    public string Text(double micrometres) => (micrometres / Micrometres).ToString("0.##########");

    /// <summary>A typed number of this unit in µm; null where it is no positive number. Decimal points and commas are both understood.</summary>
    public double? Parse(string text) =>
        double.TryParse(text.Trim().Replace(',', '.'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number)
            ? number * Micrometres : null;
}
