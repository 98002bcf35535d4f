using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>How to measure. Each property is a field in the window and an option on the command line.</summary>
public sealed record __Name__Parameters
{
    /// <summary>Phases with a smaller share of the volume are left out.</summary>
    [Parameter("Smallest share", Min = 0, Max = 1, Help = "Phases with a smaller share of the volume are left out.")]
    public double SmallestShare { get; init; }
}
