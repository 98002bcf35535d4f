using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Commands;

/// <summary>Layers of points.</summary>
internal static class PointCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("points.panel", "Show the table of points", target => target.Show(SideTab.Points)),
        new("points.new", "New layer of points", target => target.Bench.Points.AddLayer()) { IsEnabled = target => target.Viewer.Layers.Count > 0 },
        new("points.open", "Open points from CSV…", target => FileDialogs.OpenPoints(target.Bench)),
        new("points.save", "Save the points as CSV…", target => FileDialogs.SavePoints(target.Bench)) { IsEnabled = target => target.Bench.Points.Target is not null },
        new("points.select-all", "Select all points", target => target.Bench.Points.SelectAll(), "A", "Ctrl+A")
        {
            WhileMeasuring = true,
            IsEnabled = target => target.Bench.Points.Target is { Positions.IsEmpty: false },
        },
        new("points.remove", "Remove the selected points", target => target.Bench.Points.RemoveSelected()) { IsEnabled = target => target.Bench.Points.Selected.Count > 0 },
    ];
}
