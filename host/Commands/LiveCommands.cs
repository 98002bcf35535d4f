using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Commands;

/// <summary>Segmentation that learns from strokes while they are painted.</summary>
internal static class LiveCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        new("live.toggle", "Live segmentation", target =>
        {
            target.Show(SideTab.Live);
            target.Bench.Live.Toggle();
        }, "Ctrl+L")
        {
            IsOn = target => target.Bench.Live.IsOn,
        },
        new("live.next", "Where to label next", target =>
        {
            target.Show(SideTab.Live);
            target.Bench.Live.Rank();
        })
        {
            IsEnabled = target => target.Bench.Live.IsOn,
        },
        new("live.apply", "Apply live segmentation to the whole volume", target => target.Bench.Live.Apply()) { IsEnabled = target => target.Bench.Live.Form is not null },
        new("view.live", "Show live segmentation", target => target.Show(SideTab.Live)),
    ];
}
