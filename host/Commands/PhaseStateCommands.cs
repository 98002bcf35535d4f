using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>How far the labelling of the phase in the hand is, and beginning anew with the same phases.</summary>
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
        new("labels.new-like", "New labels with the phases of the selected layer", target => TrainingLabels.AddLike(target.Bench, (LabelsLayer)target.Viewer.SelectedLayer!))
        {
            IsEnabled = target => target.Viewer.SelectedLayer is LabelsLayer { IsTemporary: false },
        },
    ];
}
