using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>What became of a stage when a training started from another run.</summary>
/// <param name="Stage">Of the network that is trained.</param>
/// <param name="Restored">Whether its weights are those of the run.</param>
/// <param name="Why">Why not, if they are fresh; else empty.</param>
internal sealed record StageOutcome(NetworkStage Stage, bool Restored, string Why);
