using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What one picture of a comparison shows.</summary>
/// <param name="Name">Of its layers, for the user; empty where nothing is compared.</param>
/// <param name="Layers">The layers that are its own, drawn in it and not on every side.</param>
/// <param name="Shows">Which visible layers it has; null for all.</param>
internal sealed record ComparedSide(string Name, IReadOnlyList<Layer> Layers, Func<Layer, bool>? Shows)
{
    private static readonly ComparedSide All = new("", [], null);

    /// <summary>The sides of what a viewer compares: one for everything where nothing is compared, else two or, in a grid, one for each visible layer.</summary>
    public static IReadOnlyList<ComparedSide> Of(Viewer viewer)
    {
        if (viewer.Comparison is not { } comparison)
            return [All];
        if (comparison.Mode != ComparisonMode.Grid)
            return [Of(comparison, isSecond: false), Of(comparison, isSecond: true)];
        var visible = viewer.Layers.Where(layer => layer.Visible).ToList();
        return visible.Count == 0 ? [All] : [.. visible.Select(layer => new ComparedSide(layer.Name, [layer], other => ReferenceEquals(other, layer)))];
    }

    private static ComparedSide Of(Comparison comparison, bool isSecond)
    {
        IReadOnlyList<Layer> own = isSecond ? comparison.Second : comparison.First;
        return new ComparedSide(own.Count > 0 ? string.Join(" + ", own.Select(layer => layer.Name)) : "nothing more", own, layer => comparison.Shows(layer, isSecond));
    }
}
