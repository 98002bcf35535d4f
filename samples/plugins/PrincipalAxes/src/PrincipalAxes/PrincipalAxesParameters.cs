using VolumeViewer.Sdk;

namespace PrincipalAxes;

/// <summary>What to measure.</summary>
public sealed record PrincipalAxesParameters
{
    /// <summary>The phase's place in the phase table.</summary>
    [Parameter("Phase", Min = 0, Max = PhaseTable.MaxCount - 1, Help = "The phase's place in the phase table, from 0.")]
    public int Phase { get; init; } = 1;
}
