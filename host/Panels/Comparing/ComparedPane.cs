using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>One picture of a view, with the sides of a comparison that share it.</summary>
/// <param name="Index">Its place among the view's pictures.</param>
/// <param name="Title">The strip above it with the name of its side, or null where there is none.</param>
/// <param name="Frame">Where the picture stands.</param>
/// <param name="Sides">What it shows: one side, or those of which it shows parts.</param>
internal sealed record ComparedPane(int Index, Rect? Title, ViewFrame Frame, IReadOnlyList<ComparedSide> Sides)
{
    public static float TitleHeight => Theme.Px(22);

    /// <summary>The pictures of a view.</summary>
    /// <param name="viewer">What is compared.</param>
    /// <param name="area">All the room of the view.</param>
    /// <param name="density">Pixels of a picture for one of the window.</param>
    public static IReadOnlyList<ComparedPane> Of(Viewer viewer, Rect area, float density)
    {
        var sides = ComparedSide.Of(viewer);
        if (!PaneSplit.IsSplit(viewer.Comparison))
            return [new ComparedPane(0, null, new ViewFrame(area, density), sides)];
        var places = PaneSplit.Of(sides.Count, (int)area.Width, (int)area.Height, (int)Theme.Px(4), viewer.Comparison!.Mode == ComparisonMode.Grid);
        return [.. places.Select((place, index) =>
        {
            var room = Rect.At(area.Min.X + place.X, area.Min.Y + place.Y, place.Width, place.Height);
            var title = Math.Min(TitleHeight, MathF.Floor(room.Height / 3));
            return new ComparedPane(index, new Rect(room.Min, new Vector2(room.Max.X, room.Min.Y + title)), new ViewFrame(new Rect(room.Min + new Vector2(0, title), room.Max), density), [sides[index]]);
        })];
    }

    /// <summary>Where the parts of the sides stand in the picture.</summary>
    public IReadOnlyList<ComparisonTile> Tiles(Viewer viewer, int flickers) => Sides.Count > 1 && viewer.Comparison is { } comparison
        ? ComparisonTile.Of(comparison, Frame.Width, Frame.Height, Theme.Scale * Frame.Density, flickers)
        : [new ComparisonTile(0, 0, Frame.Width, Frame.Height, 0)];

    /// <summary>The side that is seen at a place in the window.</summary>
    public ComparedSide SideAt(Vector2 window, Viewer viewer, int flickers)
    {
        var pixel = Frame.ToPicture(window);
        foreach (var tile in Tiles(viewer, flickers))
        {
            if (pixel.X >= tile.X && pixel.Y >= tile.Y && pixel.X < tile.X + tile.Width && pixel.Y < tile.Y + tile.Height)
                return Sides[tile.Side];
        }
        return Sides[0];
    }
}
