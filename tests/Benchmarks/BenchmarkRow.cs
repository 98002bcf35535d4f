namespace Benchmarks;

/// <summary>A measured figure.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure; NaN where it could not be measured.</param>
/// <param name="Unit">Of the figure.</param>
/// <param name="Reference">What the ratio refers to, or null.</param>
/// <param name="Ratio">The figure over the reference's; above 1 is better than the reference.</param>
/// <param name="Note">What the reader should know.</param>
internal sealed record BenchmarkRow(string What, double Value, string Unit, string? Reference = null, double? Ratio = null, string Note = "");
