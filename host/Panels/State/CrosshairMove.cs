using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Brings the crosshair into layers that were added, so that what was opened is in sight of the slices.</summary>
internal static class CrosshairMove
{
    private static readonly Axis[] Axes = [Axis.Z, Axis.Y, Axis.X];

    /// <summary>A place that goes through a layer.</summary>
    /// <param name="cursor">Where the crosshair is; it stays along the axes along which the layer has it.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="shown">All that is shown, the layer too: along the other axes the place is in the middle of what they have in common, so that none vanishes from the slices.</param>
    public static WorldPoint Into(WorldPoint cursor, Layer layer, IReadOnlyCollection<Layer> shown)
    {
        foreach (var axis in Axes.Where(axis => cursor.VoxelIndex(axis, layer) is var index && (index < 0 || index >= layer.Shape.Along(axis))))
            cursor = cursor.With(axis, shown.Min(each => each.Shape.Along(axis) * each.Spacing.Along(axis)) / 2);
        return cursor;
    }

    /// <summary>The axes along which two places differ, in words such as "z and x".</summary>
    public static string AxesBetween(WorldPoint from, WorldPoint to)
    {
        var names = Axes.Where(axis => from.Along(axis) != to.Along(axis)).Select(axis => axis.ToString().ToLowerInvariant()).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
