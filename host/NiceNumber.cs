namespace VolumeViewer.Host;

/// <summary>The numbers people count with: 1, 2 and 5 times powers of ten.</summary>
internal static class NiceNumber
{
    // So that 0.1 + 0.2 and its like count as the number they stand for.
    private const double Slack = 1e-9;

    /// <summary>The greatest of them that is not above a positive number.</summary>
    public static double Floor(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var power = Math.Pow(10, Math.Floor(Math.Log10(value) + Slack));
        var mantissa = value / power * (1 + Slack);
        return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
    }

    /// <summary>The least of them that is not below a positive number.</summary>
    public static double Ceiling(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var power = Math.Pow(10, Math.Floor(Math.Log10(value) + Slack));
        var mantissa = value / power * (1 - Slack);
        return (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10) * power;
    }
}
