namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>A property of one volume whose truth is known, and what the ensemble says of it.</summary>
/// <param name="Volume">Which volume, or whose part; those of one volume are kept together.</param>
/// <param name="Name">Of the property.</param>
/// <param name="Truth">Of the true labels.</param>
/// <param name="Median">Of the ensemble.</param>
/// <param name="Spread">Of the ensemble; above 0.</param>
internal sealed record CalibrationCase(int Volume, string Name, double Truth, double Median, double Spread)
{
    /// <summary>How many spreads the truth lies above the median.</summary>
    internal double Residual => (Truth - Median) / Spread;
}
