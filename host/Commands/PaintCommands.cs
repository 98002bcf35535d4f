using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Commands;

/// <summary>The tools that change labels by hand.</summary>
internal static class PaintCommands
{
    // As many as there are digits to press.
    private const int PhaseKeys = 9;

    public static IReadOnlyList<AppCommand> All { get; } =
    [
        .. ToolTable.Commands,
        new("paint.smaller", "Smaller brush", target => target.Bench.Tools.Resize(-1), "[") { Repeats = true },
        new("paint.larger", "Larger brush", target => target.Bench.Tools.Resize(1), "]") { Repeats = true },
        .. Enumerable.Range(0, PhaseKeys).Select(phase => new AppCommand($"paint.phase-{phase + 1}", $"Paint phase {phase + 1}", target => target.Bench.Tools.TakePhase(phase), $"{phase + 1}")
        {
            WhilePainting = true,
            IsEnabled = target => target.Bench.Tools.Target is { } layer && phase < layer.Phases.Count,
        }),
        new("paint.new-labels", "New labels for training", target => TrainingLabels.Add(target.Bench), "Ctrl+N") { IsEnabled = target => TrainingLabels.ImageOf(target.Viewer) is not null },
    ];
}
