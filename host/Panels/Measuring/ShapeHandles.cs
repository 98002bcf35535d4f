using System.Collections.Immutable;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The places by which a measurement is taken hold of in a slice, and what becomes of it when one is dragged.</summary>
internal static class ShapeHandles
{
    // Of a rectangle in a slice: its corners and the middles of its sides, as the side each belongs to along the axis to the right and the axis down.
    private static readonly (int U, int V)[] Sides = [(-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0)];

    /// <summary>The axis that runs to the right in slices across an axis.</summary>
    public static Axis RightOf(Axis across) => across == Axis.X ? Axis.Z : Axis.X;

    /// <summary>The axis that runs down.</summary>
    public static Axis DownOf(Axis across) => across == Axis.Y ? Axis.Z : Axis.Y;

    /// <summary>The handles, on the slice through a cursor.</summary>
    public static IReadOnlyList<WorldPoint> Of(Measurement measurement, Axis across, WorldPoint cursor)
    {
        if (!measurement.IsRegion)
            return measurement.Points;
        var (low, high) = Corners(measurement);
        var (right, down) = (RightOf(across), DownOf(across));
        return [.. Sides.Select(side => cursor.With(right, At(low, high, right, side.U)).With(down, At(low, high, down, side.V)))];
    }

    /// <summary>The measurement with a handle at another place.</summary>
    /// <param name="measurement">As it was when the handle was taken.</param>
    /// <param name="across">The axis across the slice.</param>
    /// <param name="handle">Which of <see cref="Of"/>.</param>
    /// <param name="to">Where the handle is now, on the slice.</param>
    /// <param name="isStraight">Whether lines keep to steps of 45° and regions to equal sides.</param>
    public static Measurement Drag(Measurement measurement, Axis across, int handle, WorldPoint to, bool isStraight)
    {
        if (!measurement.IsRegion)
        {
            // A point keeps its place along the axis that is not seen.
            to = to.With(across, measurement.Points[handle].Along(across));
            if (isStraight)
                to = Straight(measurement.Points[handle > 0 ? handle - 1 : 1], to, across);
            return measurement with { Points = measurement.Points.SetItem(handle, to) };
        }
        var (low, high) = Corners(measurement);
        var (right, down, side) = (RightOf(across), DownOf(across), Sides[handle]);
        if (isStraight && side.U != 0 && side.V != 0)
            to = Square(low.With(right, At(low, high, right, -side.U)).With(down, At(low, high, down, -side.V)), to, across);
        (low, high) = Moved(low, high, right, side.U, to);
        (low, high) = Moved(low, high, down, side.V, to);
        return measurement with { Points = [low, high] };
    }

    /// <summary>The measurement moved as a whole.</summary>
    public static Measurement Move(Measurement measurement, WorldPoint from, WorldPoint to) => measurement with
    {
        Points = [.. measurement.Points.Select(point => new WorldPoint(point.Z + to.Z - from.Z, point.Y + to.Y - from.Y, point.X + to.X - from.X))],
    };

    /// <summary>The place nearest to another of those that a line from an anchor reaches in steps of 45°.</summary>
    public static WorldPoint Straight(WorldPoint anchor, WorldPoint place, Axis across)
    {
        var (right, down) = (RightOf(across), DownOf(across));
        var (u, v) = (place.Along(right) - anchor.Along(right), place.Along(down) - anchor.Along(down));
        if (u == 0 && v == 0)
            return place;
        var angle = Math.Round(Math.Atan2(v, u) / (Math.PI / 4)) * (Math.PI / 4);
        var (sin, cos) = Math.SinCos(angle);
        var along = (u * cos) + (v * sin);
        // Exactly along the axis where it is one, not by a rounded sine beside it.
        return place.With(right, anchor.Along(right) + (Math.Abs(cos) < 1e-9 ? 0 : along * cos)).With(down, anchor.Along(down) + (Math.Abs(sin) < 1e-9 ? 0 : along * sin));
    }

    /// <summary>The corner opposite to an anchor that makes both sides as long as the longer one.</summary>
    public static WorldPoint Square(WorldPoint anchor, WorldPoint place, Axis across)
    {
        var (right, down) = (RightOf(across), DownOf(across));
        var (u, v) = (place.Along(right) - anchor.Along(right), place.Along(down) - anchor.Along(down));
        var side = Math.Max(Math.Abs(u), Math.Abs(v));
        return place.With(right, anchor.Along(right) + (u < 0 ? -side : side)).With(down, anchor.Along(down) + (v < 0 ? -side : side));
    }

    /// <summary>The two corners of a region, the lower one first.</summary>
    public static (WorldPoint Low, WorldPoint High) Corners(Measurement measurement) => (
        new WorldPoint(measurement.Points.Min(point => point.Z), measurement.Points.Min(point => point.Y), measurement.Points.Min(point => point.X)),
        new WorldPoint(measurement.Points.Max(point => point.Z), measurement.Points.Max(point => point.Y), measurement.Points.Max(point => point.X)));

    /// <summary>A rectangle of a slice made a box: as deep as its shorter side, with the slice in its middle.</summary>
    /// <param name="corners">Two opposite corners on the slice.</param>
    /// <param name="across">The axis across the slice.</param>
    /// <param name="extent">Where the world ends along that axis.</param>
    public static ImmutableArray<WorldPoint> Deepened(IReadOnlyList<WorldPoint> corners, Axis across, double extent)
    {
        var half = Math.Min(Math.Abs(corners[1].Along(RightOf(across)) - corners[0].Along(RightOf(across))), Math.Abs(corners[1].Along(DownOf(across)) - corners[0].Along(DownOf(across)))) / 2;
        var middle = corners[0].Along(across);
        return [corners[0].With(across, Math.Max(0, middle - half)), corners[1].With(across, Math.Min(extent, middle + half))];
    }

    private static double At(WorldPoint low, WorldPoint high, Axis axis, int side) => side < 0 ? low.Along(axis) : side > 0 ? high.Along(axis) : (low.Along(axis) + high.Along(axis)) / 2;

    // A side that is dragged past the other one changes places with it.
    private static (WorldPoint Low, WorldPoint High) Moved(WorldPoint low, WorldPoint high, Axis axis, int side, WorldPoint to)
    {
        if (side == 0)
            return (low, high);
        var (kept, moved) = (At(low, high, axis, -side), to.Along(axis));
        return (low.With(axis, Math.Min(kept, moved)), high.With(axis, Math.Max(kept, moved)));
    }
}
