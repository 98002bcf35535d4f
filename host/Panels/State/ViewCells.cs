using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A view's place in the window; <see cref="Axis"/> is null for the 3-D view and for the oblique slice.</summary>
internal readonly record struct ViewCell(Axis? Axis, Rect Area, bool IsOblique = false)
{
    /// <summary>The views of a layout, each with its place.</summary>
    /// <param name="layout">Which views there are.</param>
    /// <param name="area">All the room.</param>
    /// <param name="gap">Left free between two views.</param>
    public static IReadOnlyList<ViewCell> Of(ViewLayout layout, Rect area, float gap)
    {
        if (layout == ViewLayout.Oblique)
            return ObliqueAndOthers(area, gap);
        if (layout != ViewLayout.FourUp)
            return [new ViewCell(AxisOf(layout), area, layout == ViewLayout.ObliquePlane)];
        var width = MathF.Floor((area.Width - gap) / 2);
        var height = MathF.Floor((area.Height - gap) / 2);
        var (left, top, right, bottom) = (area.Min.X, area.Min.Y, area.Min.X + width + gap, area.Min.Y + height + gap);
        var (rightWidth, bottomHeight) = (area.Max.X - right, area.Max.Y - bottom);
        // The slice across x stands beside that across z, so that both show y downwards; that across y below, so that both show x to the right.
        return
        [
            new ViewCell(Sdk.Axis.Z, Rect.At(left, top, width, height)),
            new ViewCell(Sdk.Axis.X, Rect.At(right, top, rightWidth, height)),
            new ViewCell(Sdk.Axis.Y, Rect.At(left, bottom, width, bottomHeight)),
            new ViewCell(null, Rect.At(right, bottom, rightWidth, bottomHeight)),
        ];
    }

    /// <summary>The layout that shows one view alone.</summary>
    public static ViewLayout Alone(Axis? axis) => axis switch
    {
        Sdk.Axis.Z => ViewLayout.SliceZ,
        Sdk.Axis.Y => ViewLayout.SliceY,
        Sdk.Axis.X => ViewLayout.SliceX,
        _ => ViewLayout.Volume,
    };

    /// <summary>Whether a layout shows one view.</summary>
    public static bool IsAlone(ViewLayout layout) => layout is not (ViewLayout.FourUp or ViewLayout.Oblique);

    // The slice and the 3-D view are large, for what they show cannot be guessed; the three others stand below them.
    private static ViewCell[] ObliqueAndOthers(Rect area, float gap)
    {
        var (half, third) = (MathF.Floor((area.Width - gap) / 2), MathF.Floor((area.Width - (2 * gap)) / 3));
        var height = MathF.Floor((area.Height - gap) * 0.58f);
        var (left, top, bottom) = (area.Min.X, area.Min.Y, area.Min.Y + height + gap);
        var bottomHeight = area.Max.Y - bottom;
        return
        [
            new ViewCell(null, Rect.At(left, top, half, height), IsOblique: true),
            new ViewCell(null, Rect.At(left + half + gap, top, area.Width - half - gap, height)),
            new ViewCell(Sdk.Axis.Z, Rect.At(left, bottom, third, bottomHeight)),
            new ViewCell(Sdk.Axis.Y, Rect.At(left + third + gap, bottom, third, bottomHeight)),
            new ViewCell(Sdk.Axis.X, Rect.At(left + (2 * (third + gap)), bottom, area.Width - (2 * (third + gap)), bottomHeight)),
        ];
    }

    private static Axis? AxisOf(ViewLayout layout) => layout switch
    {
        ViewLayout.SliceZ => Sdk.Axis.Z,
        ViewLayout.SliceY => Sdk.Axis.Y,
        ViewLayout.SliceX => Sdk.Axis.X,
        _ => null,
    };
}
