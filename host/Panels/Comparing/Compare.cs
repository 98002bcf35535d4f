using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Begins and ends comparisons.</summary>
internal static class Compare
{
    /// <summary>The names of the modes, in the order of menus.</summary>
    public static IReadOnlyList<(ComparisonMode Mode, string Title)> Modes { get; } =
    [
        (ComparisonMode.SideBySide, "Side by side"), (ComparisonMode.Swipe, "Swipe"), (ComparisonMode.Flicker, "Flicker"),
        (ComparisonMode.Checkerboard, "Checkerboard"), (ComparisonMode.Grid, "Grid of all layers"),
    ];

    public static string TitleOf(ComparisonMode mode) => Modes.First(each => each.Mode == mode).Title;

    /// <summary>Compares in a mode; in the mode that is on already it ends.</summary>
    public static void Toggle(Viewer viewer, ComparisonMode mode)
    {
        if (viewer.Comparison is { } now)
        {
            viewer.Comparison = now.Mode == mode ? null : WithPair(viewer, now with { Mode = mode });
            return;
        }
        viewer.Comparison = WithPair(viewer, new Comparison(mode, [], []));
    }

    /// <summary>The pair that is compared unless the user says otherwise: the selected layer, and the nearest other of its kind that is shown, or the nearest other.</summary>
    public static (Layer? First, Layer? Second) PairOf(Viewer viewer)
    {
        var visible = viewer.Layers.Where(layer => layer.Visible).ToList();
        var second = viewer.SelectedLayer is { Visible: true } selected ? selected : visible.LastOrDefault();
        if (second is null)
            return (null, null);
        var place = visible.IndexOf(second);
        var first = visible.Where(layer => layer != second).OrderBy(layer => layer.GetType() == second.GetType() ? 0 : 1)
            .ThenBy(layer => visible.IndexOf(layer) < place ? 0 : 1).ThenBy(layer => Math.Abs(visible.IndexOf(layer) - place)).FirstOrDefault();
        return (first, second);
    }

    /// <summary>Changes the comparison, if there is one.</summary>
    public static void Change(Viewer viewer, Func<Comparison, Comparison> change)
    {
        if (viewer.Comparison is { } now)
            viewer.Comparison = change(now);
    }

    private static Comparison WithPair(Viewer viewer, Comparison comparison)
    {
        if (comparison.Mode == ComparisonMode.Grid || !comparison.First.IsEmpty || !comparison.Second.IsEmpty)
            return comparison;
        var (first, second) = PairOf(viewer);
        return comparison with { First = first is null ? [] : [first], Second = second is null ? [] : [second] };
    }
}
