namespace VolumeViewer.Host.Recipes;

/// <summary>A number of a step beside what it should be.</summary>
/// <param name="Heading">What is checked.</param>
/// <param name="Step">Id of the step that gave it.</param>
/// <param name="Table">Title of its table.</param>
/// <param name="Row">The text of the row's first cell, or of its first cells with ", " between them; null for the first row.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Expected">What it should be.</param>
/// <param name="Source">Where that comes from.</param>
internal sealed record ReportCheck(string Heading, string Step, string Table, string? Row, string Column, double Expected, string Source)
{
    /// <summary>How far off it may be: a share of what is expected, or as it stands where 0 is expected.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>How the numbers are written, as a .NET format string.</summary>
    public string Format { get; init; } = "0.######";

    /// <summary>The deviation as a share of what is expected; as it stands where 0 is expected, and 0 where both are infinite.</summary>
    public double Deviation(double measured) => measured.Equals(Expected) ? 0 : (measured - Expected) / (Expected == 0 ? 1 : Expected);

    /// <summary>Whether a number is near enough.</summary>
    public bool IsMetBy(double measured) => Math.Abs(Deviation(measured)) <= Tolerance;
}
