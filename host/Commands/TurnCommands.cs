using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Commands;

/// <summary>Turning and mirroring the slice view that the pointer was in last.</summary>
internal static class TurnCommands
{
    public static IReadOnlyList<AppCommand> All { get; } =
    [
        Turn("view.turn-left", "Turn the slice left by 90°", turn => turn.By(-90), "Alt+Left"),
        Turn("view.turn-right", "Turn the slice right by 90°", turn => turn.By(90), "Alt+Right"),
        Turn("view.flip-across", "Mirror the slice from left to right", turn => turn.FlippedAcross(), "Alt+M"),
        Turn("view.flip-down", "Mirror the slice from top to bottom", turn => turn.FlippedDown(), "Alt+Shift+M"),
        Turn("view.turn-back", "Slice as it was before it was turned", _ => default, "Alt+Home"),
        new("view.turn-all-back", "All slices as they were before they were turned", target => target.Views.Turns.Clear()),
    ];

    private static AppCommand Turn(string id, string title, Func<SliceTurn, SliceTurn> change, params IEnumerable<string> keys) => new(id, title, target =>
    {
        var axis = ShellState.AxisOf(target.Bench, target.Views);
        target.Views.Turns[axis] = change(target.Views.Turns.GetValueOrDefault(axis));
        target.Bench.Activity.Request();
    }, keys)
    {
        IsEnabled = target => target.Viewer.Layers.Count > 0,
    };
}
