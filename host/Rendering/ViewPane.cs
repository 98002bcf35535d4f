using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>One view within a picture.</summary>
/// <param name="X">Left edge, pixels.</param>
/// <param name="Y">Upper edge, pixels.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Slice">How the slice is looked at, or null for the 3-D view.</param>
internal sealed record ViewPane(int X, int Y, int Width, int Height, SliceCamera? Slice)
{
    /// <summary>Pixels between two views.</summary>
    public const int Gap = 2;

    /// <summary>The views of a layout: across z upper left, across x on its right, across y below it, 3-D lower right.</summary>
    public static IReadOnlyList<ViewPane> Arrange(Viewer viewer, ViewLayout layout, int width, int height)
    {
        if (layout == ViewLayout.Volume)
            return [new ViewPane(0, 0, width, height, null)];
        var (left, top) = (Math.Max(1, (width - Gap) / 2), Math.Max(1, (height - Gap) / 2));
        var (right, bottom) = (Math.Max(1, width - left - Gap), Math.Max(1, height - top - Gap));
        List<ViewPane> panes = layout switch
        {
            ViewLayout.SliceZ => [new(0, 0, width, height, new SliceCamera(Axis.Z))],
            ViewLayout.SliceY => [new(0, 0, width, height, new SliceCamera(Axis.Y))],
            ViewLayout.SliceX => [new(0, 0, width, height, new SliceCamera(Axis.X))],
            _ =>
            [
                new(0, 0, left, top, new SliceCamera(Axis.Z)),
                new(left + Gap, 0, right, top, new SliceCamera(Axis.X)),
                new(0, top + Gap, left, bottom, new SliceCamera(Axis.Y)),
                new(left + Gap, top + Gap, right, bottom, null),
            ],
        };
        var cameras = panes.Where(pane => pane.Slice is not null).ToList();
        foreach (var pane in cameras)
            pane.Slice!.Fit(viewer.Extent, pane.Width, pane.Height);
        // One scale for all slices: what is beside or below each other is then in line.
        var coarsest = cameras.Max(pane => pane.Slice!.MicrometresPerPixel);
        foreach (var pane in cameras)
            pane.Slice!.MicrometresPerPixel = coarsest;
        return panes;
    }
}
