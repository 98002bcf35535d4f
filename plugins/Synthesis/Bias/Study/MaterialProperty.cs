namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>A property of a labelled volume.</summary>
/// <param name="Name">Such as "volume fraction pore".</param>
/// <param name="Unit">Or empty.</param>
/// <param name="Value">NaN where it could not be measured.</param>
internal sealed record MaterialProperty(string Name, string Unit, double Value);
