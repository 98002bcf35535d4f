using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>Layers against each other, oblique and thick slices, and slices that are played.</summary>
internal static class ComparisonCommands
{
    /// <summary>The ways to compare, in the order of menus.</summary>
    public static IReadOnlyList<(ComparisonMode Mode, AppCommand Command)> Modes { get; } =
    [
        (ComparisonMode.SideBySide, Mode("compare.side-by-side", "Compare side by side", ComparisonMode.SideBySide, "Ctrl+Alt+1")),
        (ComparisonMode.Swipe, Mode("compare.swipe", "Compare by a divider", ComparisonMode.Swipe, "Ctrl+Alt+2")),
        (ComparisonMode.Flicker, Mode("compare.flicker", "Compare by flicker", ComparisonMode.Flicker, "Ctrl+Alt+3")),
        (ComparisonMode.Checkerboard, Mode("compare.checkerboard", "Compare in a checkerboard", ComparisonMode.Checkerboard, "Ctrl+Alt+4")),
        (ComparisonMode.Grid, Mode("compare.grid", "Grid of all layers", ComparisonMode.Grid, "Ctrl+G")),
    ];

    /// <summary>Where the oblique slice lies.</summary>
    public static IReadOnlyList<AppCommand> Oblique { get; } =
    [
        .. new[] { Axis.Z, Axis.Y, Axis.X }.Select(axis => new AppCommand($"oblique.across-{NameOf(axis)}", $"Oblique slice across {NameOf(axis)}", target => target.Viewer.Oblique = PlaneOrientation.AcrossAxis(axis))
        {
            IsOn = target => target.Viewer.Oblique.Across == axis,
        }),
        new("oblique.diagonal", "Oblique slice across the diagonal", target => target.Viewer.Oblique = PlaneOrientation.AcrossNormal(System.Numerics.Vector3.One)),
    ];

    /// <summary>How thick slices are.</summary>
    public static IReadOnlyList<AppCommand> Slabs { get; } =
    [
        new("slab.toggle", "Thick slices", ToggleSlab, "Alt+T") { IsOn = target => target.Viewer.Slab is not null, IsEnabled = HasLayers },
        new("slab.thicker", "Thicker slices", target => SlabChip.Resize(target.Viewer, 1), "Alt+]") { Repeats = true, IsEnabled = HasSlab },
        new("slab.thinner", "Thinner slices", target => SlabChip.Resize(target.Viewer, -1), "Alt+[") { Repeats = true, IsEnabled = HasSlab },
        Projection("slab.maximum", "Thick slices: maximum", SlabProjection.Maximum),
        Projection("slab.minimum", "Thick slices: minimum", SlabProjection.Minimum),
        Projection("slab.mean", "Thick slices: mean", SlabProjection.Mean),
        Projection("slab.sum", "Thick slices: sum", SlabProjection.Sum),
        new("slab.labels", "Thick slices: most frequent label", ToggleLabels) { IsOn = target => target.Viewer.Slab?.ShowsMostFrequentLabel == true, IsEnabled = HasLayers },
    ];

    public static IReadOnlyList<AppCommand> All { get; } =
    [
        .. Modes.Select(pair => pair.Command),
        new("compare.off", "End the comparison", target => target.Viewer.Comparison = null, "Ctrl+Alt+0") { IsEnabled = IsComparing },
        new("compare.swap", "Change the compared sides for one another", target => Compare.Change(target.Viewer, comparison => comparison.Swapped()), "Ctrl+Alt+X") { IsEnabled = IsComparing },
        new("compare.pause", "Pause or go on with flicker", target => target.Views.Flicker.IsPaused = !target.Views.Flicker.IsPaused)
        {
            IsOn = target => target.Views.Flicker.IsPaused,
            IsEnabled = target => target.Viewer.Comparison?.Mode == ComparisonMode.Flicker,
        },
        // What it does lasts as long as its key is held, which ViewGrid looks at.
        new("compare.hold", "See the second side while the key is held", _ => { }, "GraveAccent") { IsEnabled = IsComparing },
        .. Oblique,
        .. Slabs,
        new("view.play", "Play or stop the slices", target => target.Views.Player.Toggle(ShellState.AxisOf(target.Bench, target.Views)), "Ctrl+Alt+P") { IsEnabled = HasLayers },
        new("view.go-to-slice", "Go to a slice by its number", target => target.Views.WantedNumber = ShellState.AxisOf(target.Bench, target.Views), "Ctrl+J") { IsEnabled = HasLayers },
    ];

    private static string NameOf(Axis axis) => axis.ToString().ToLowerInvariant();

    private static bool HasLayers(CommandTarget target) => target.Viewer.Layers.Count > 0;

    private static bool HasSlab(CommandTarget target) => target.Viewer.Slab is not null;

    private static bool IsComparing(CommandTarget target) => target.Viewer.Comparison is not null;

    private static AppCommand Mode(string id, string title, ComparisonMode mode, string key) => new(id, title, target => Compare.Toggle(target.Viewer, mode), key)
    {
        IsOn = target => target.Viewer.Comparison?.Mode == mode,
        IsEnabled = HasLayers,
    };

    private static void ToggleSlab(CommandTarget target)
    {
        if (SliceSteps.Reference(target.Viewer) is { } layer)
            target.Viewer.Slab = target.Viewer.Slab is null ? SlabChip.Begin(layer) : null;
    }

    private static void ToggleLabels(CommandTarget target)
    {
        if (SliceSteps.Reference(target.Viewer) is { } layer && (target.Viewer.Slab ?? SlabChip.Begin(layer)) is var slab)
            target.Viewer.Slab = slab with { ShowsMostFrequentLabel = !slab.ShowsMostFrequentLabel };
    }

    private static AppCommand Projection(string id, string title, SlabProjection projection) => new(id, title, target =>
    {
        if (SliceSteps.Reference(target.Viewer) is { } layer)
            target.Viewer.Slab = (target.Viewer.Slab ?? SlabChip.Begin(layer)) with { Projection = projection };
    })
    {
        IsOn = target => target.Viewer.Slab?.Projection == projection,
        IsEnabled = HasLayers,
    };
}
