using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>How far the labelling of the phase in the hand is.</summary>
internal static class PhaseStateCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        .. Enum.GetValues<PhaseState>().Select(state => new AppCommand($"phase.mark-{ParameterSchema.KebabCase(state.ToString())}", $"Mark the phase in the hand: {PhaseStateSigns.TitleOf(state).ToLowerInvariant()}",
            target => PhaseStateSigns.Set(target.Bench.Tools.Target!, target.Bench.Tools.Phase, state))
        {
            IsEnabled = target => target.Bench.Tools.Target is { } layer && target.Bench.Tools.Phase < layer.Phases.Count,
            IsOn = target => target.Bench.Tools.Target is { } layer && target.Bench.Tools.Phase < layer.Phases.Count && layer.Phases[target.Bench.Tools.Phase].State == state,
        }),
    ];
}
