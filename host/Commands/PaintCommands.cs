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
        new("paint.smaller", "Smaller brush", target => target.Bench.Tools.Options.Resize(-1), "[") { Repeats = true },
        new("paint.larger", "Larger brush", target => target.Bench.Tools.Options.Resize(1), "]") { Repeats = true },
        .. Enumerable.Range(0, PhaseKeys).Select(phase => new AppCommand($"paint.phase-{phase + 1}", $"Paint phase {phase + 1}", target => target.Bench.Tools.TakePhase(phase), $"{phase + 1}")
        {
            WhilePainting = true,
            IsEnabled = target => target.Bench.Tools.Target is { } layer && phase < layer.Phases.Count,
        }),
        Painting("paint.swap", "Swap the phase with the background", tools => tools.Swap(), "X"),
        Painting("paint.next-phase", "Take the next phase", tools => tools.StepPhase(1), "="),
        Painting("paint.previous-phase", "Take the phase before", tools => tools.StepPhase(-1), "-"),
        Painting("paint.new-phase", "Paint with a new phase", tools => tools.NewPhase(), "M"),
        Painting("paint.shape", "Round or square brush", tools => tools.Options.IsRound = !tools.Options.IsRound, "Q"),
        Painting("paint.reach", "Brush in the slice or in 3-D", tools => tools.Options.Reach = tools.Options.Reach == BrushReach.Ball ? BrushReach.Slice : BrushReach.Ball, "D"),
        new("paint.preserve", "Keep labels while painting", target => target.Bench.Tools.Options.PreservesLabels = !target.Bench.Tools.Options.PreservesLabels, "K")
        {
            IsOn = target => target.Bench.Tools.Options.PreservesLabels,
        },
        new("paint.double-click", "Fill by a double click of the brush", target => target.Bench.Tools.Options.DoubleClickFills = !target.Bench.Tools.Options.DoubleClickFills)
        {
            IsOn = target => target.Bench.Tools.Options.DoubleClickFills,
        },
        new("paint.greys", "Paint only a range of greys", target => target.Bench.Tools.LimitGreys(), "Shift+G")
        {
            IsOn = target => target.Bench.Tools.Options.LimitsGreys,
            IsEnabled = target => target.Bench.Tools.Image is not null,
        },
        new("paint.new-labels", "New labels for training", target => TrainingLabels.Add(target.Bench), "Ctrl+N") { IsEnabled = target => TrainingLabels.ImageOf(target.Viewer) is not null },
    ];

    // Keys that are the tools' own while one that paints is in the hand.
    private static AppCommand Painting(string id, string title, Action<PaintTools> run, string key) => new(id, title, target => run(target.Bench.Tools), key)
    {
        WhilePainting = true,
        IsEnabled = target => target.Bench.Tools.Target is not null,
    };
}
