using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Commands;

/// <summary>Measurements; the tools that draw them are in <see cref="MeasureTools"/>.</summary>
internal static class MeasureCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("measure.panel", "Show the measurements", target => target.Show(SideTab.Measure), "Ctrl+M"),
        new("measure.remove", "Remove the chosen measurement, text or points", target => target.Bench.Measures.RemoveChosen(), "Delete")
        {
            WhileMeasuring = true,
            IsEnabled = target => target.Bench.Measures.Chosen is not null || target.Bench.Notes.Chosen is not null || target.Bench.Points.Selected.Count > 0,
        },
        new("measure.remove-all", "Remove all measurements", target => target.Viewer.Measurements.Items = []) { IsEnabled = HasAny },
        new("measure.cancel", "Give up what is being measured", target => target.Bench.Measures.StepBack(), "Escape") { WhileMeasuring = true },
        new("measure.back", "Take back the last point", target => BackPoint(target.Bench.Measures), "Backspace")
        {
            WhileMeasuring = true,
            IsEnabled = target => target.Bench.Measures.Draft is not null,
        },
        new("measure.finish", "End the path", target => Finish(target.Bench.Measures), "Enter")
        {
            WhileMeasuring = true,
            IsEnabled = target => target.Bench.Measures.Draft is { CanFinish: true },
        },
        new("measure.elsewhere", "Measurements of other slices, faintly", target => target.Bench.Measures.ShowElsewhere = !target.Bench.Measures.ShowElsewhere)
        {
            IsOn = target => target.Bench.Measures.ShowElsewhere,
        },
        new("measure.visible", "Show or hide all measurements", ToggleAll) { IsEnabled = HasAny },
        new("note.panel", "Show the texts", target => target.Show(SideTab.Texts)),
        new("note.remove-all", "Remove all texts", target => target.Viewer.Notes.Items = []) { IsEnabled = target => target.Viewer.Notes.Count > 0 },
        new("measure.to-results", "Add the measurements to the results", target => MeasurePanel.AddToResults(target.Bench)) { IsEnabled = HasAny },
    ];

    private static bool HasAny(CommandTarget target) => target.Viewer.Measurements.Count > 0;

    // The point that follows the pointer is no part of a path yet.
    private static void Finish(MeasureDesk desk) => desk.Finish();

    private static void BackPoint(MeasureDesk desk)
    {
        if (desk.Draft is { } draft && !draft.Unfix())
            desk.Cancel();
    }

    private static void ToggleAll(CommandTarget target)
    {
        var list = target.Viewer.Measurements;
        var isAnyShown = list.Any(item => item.Visible);
        list.Items = [.. list.Select(item => item with { Visible = !isAnyShown })];
    }
}
