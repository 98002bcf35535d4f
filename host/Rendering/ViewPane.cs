using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>One view within a picture.</summary>
/// <param name="X">Left edge, pixels.</param>
/// <param name="Y">Upper edge, pixels.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Slice">How the slice is looked at, or null for the 3-D view and the oblique slice.</param>
/// <param name="Oblique">How the oblique slice is looked at, or null for the other views.</param>
internal sealed record ViewPane(int X, int Y, int Width, int Height, SliceCamera? Slice, ObliqueCamera? Oblique = null)
{
    /// <summary>What the pane shows: one side, or those that share its place.</summary>
    public IReadOnlyList<ComparedSide> Sides { get; init; } = [];

    /// <summary>How its slice is looked at, or null for the 3-D view.</summary>
    public PlaneCamera? Plane => (PlaneCamera?)Slice ?? Oblique;

    /// <summary>Pixels between two views.</summary>
    public const int Gap = 2;

    /// <summary>The views of a layout: across z upper left, across x on its right, across y below it, 3-D lower right; where sides are compared beside
    /// each other, each view once for each.</summary>
    public static IReadOnlyList<ViewPane> Arrange(Viewer viewer, ViewLayout layout, int width, int height)
    {
        var sides = ComparedSide.Of(viewer);
        var panes = new List<ViewPane>();
        foreach (var pane in Views(layout, width, height))
        {
            if (PaneSplit.IsSplit(viewer.Comparison))
            {
                var places = PaneSplit.Of(sides.Count, pane.Width, pane.Height, Gap, viewer.Comparison!.Mode == ComparisonMode.Grid);
                panes.AddRange(places.Zip(sides, (place, side) => pane with
                {
                    X = pane.X + place.X,
                    Y = pane.Y + place.Y,
                    Width = place.Width,
                    Height = place.Height,
                    Sides = [side],
                }));
            }
            else
                panes.Add(pane with { Sides = sides });
        }
        Fit(viewer, panes);
        return panes;
    }

    private static List<ViewPane> Views(ViewLayout layout, int width, int height)
    {
        var (left, top) = (Math.Max(1, (width - Gap) / 2), Math.Max(1, (height - Gap) / 2));
        var (right, bottom) = (Math.Max(1, width - left - Gap), Math.Max(1, height - top - Gap));
        var third = Math.Max(1, (width - (2 * Gap)) / 3);
        return layout switch
        {
            ViewLayout.Volume => [new(0, 0, width, height, null)],
            ViewLayout.SliceZ => [new(0, 0, width, height, new SliceCamera(Axis.Z))],
            ViewLayout.SliceY => [new(0, 0, width, height, new SliceCamera(Axis.Y))],
            ViewLayout.SliceX => [new(0, 0, width, height, new SliceCamera(Axis.X))],
            ViewLayout.ObliquePlane => [new(0, 0, width, height, null, new ObliqueCamera())],
            ViewLayout.Oblique =>
            [
                new(0, 0, left, top, null, new ObliqueCamera()),
                new(left + Gap, 0, right, top, null),
                new(0, top + Gap, third, bottom, new SliceCamera(Axis.Z)),
                new(third + Gap, top + Gap, third, bottom, new SliceCamera(Axis.Y)),
                new((third + Gap) * 2, top + Gap, Math.Max(1, width - ((third + Gap) * 2)), bottom, new SliceCamera(Axis.X)),
            ],
            _ =>
            [
                new(0, 0, left, top, new SliceCamera(Axis.Z)),
                new(left + Gap, 0, right, top, new SliceCamera(Axis.X)),
                new(0, top + Gap, left, bottom, new SliceCamera(Axis.Y)),
                new(left + Gap, top + Gap, right, bottom, null),
            ],
        };
    }

    private static void Fit(Viewer viewer, List<ViewPane> panes)
    {
        foreach (var pane in panes.Where(pane => pane.Oblique is not null))
        {
            pane.Oblique!.Orientation = viewer.Oblique;
            pane.Oblique.Fit(viewer.Extent, viewer.Cursor, pane.Width, pane.Height);
        }
        var cameras = panes.Where(pane => pane.Slice is not null).ToList();
        foreach (var pane in cameras)
            pane.Slice!.Fit(viewer.Extent, pane.Width, pane.Height);
        // One scale for all slices: what is beside or below each other is then in line.
        var coarsest = cameras.Select(pane => pane.Slice!.MicrometresPerPixel).DefaultIfEmpty(1).Max();
        foreach (var pane in cameras)
            pane.Slice!.MicrometresPerPixel = coarsest;
    }
}
