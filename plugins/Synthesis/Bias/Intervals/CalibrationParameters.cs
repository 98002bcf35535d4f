using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>The parameters of study.interval-calibration.</summary>
internal sealed record CalibrationParameters : SamplingParameters
{
    [Parameter("Volumes", Help = "Names of the volumes to take, such as 1,2,5; empty for all in the folder.")]
    public string Volumes { get; init; } = "";

    [Parameter("Parts", Min = 1, Max = 8, Help = "Into how many parts along each axis a volume is cut; each part is a case. Cases of one volume are held back together.")]
    public int Parts { get; init; } = 2;
}
