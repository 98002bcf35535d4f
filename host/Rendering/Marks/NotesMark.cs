using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The texts over a view.</summary>
internal static class NotesMark
{
    /// <summary>The texts that a view shows.</summary>
    /// <param name="notes">All of them.</param>
    /// <param name="view">Which view it is.</param>
    public static IEnumerable<TextNote> In(IEnumerable<TextNote> notes, NoteView view) =>
        notes.Where(note => note.Visible && (note.View == NoteView.Every || note.View == view));

    /// <summary>The part of a length at which an anchor stands, right and down: 0, ½ or 1.</summary>
    public static Vector2 ShareOf(NoteAnchor anchor) => new((int)anchor % 3 * 0.5f, (int)anchor / 3 * 0.5f);

    /// <summary>The corner, edge or middle of a view that is nearest to a place in it.</summary>
    public static NoteAnchor Nearest(Vector2 place, Vector2 area)
    {
        static int Third(float share) => Math.Clamp((int)(share * 3), 0, 2);
        return (NoteAnchor)((Third(place.Y / Math.Max(1, area.Y)) * 3) + Third(place.X / Math.Max(1, area.X)));
    }

    /// <summary>Where a text stands.</summary>
    /// <param name="pen">Of the view.</param>
    /// <param name="note">The text.</param>
    /// <param name="toView">Where a place in the world is seen, or null where it is not.</param>
    /// <returns>Upper left corner, width and height; null where its place is not seen.</returns>
    public static (Vector2 Corner, Vector2 Size)? Place(IMarkPen pen, TextNote note, Func<WorldPoint, Vector2?> toView)
    {
        var (share, size) = (ShareOf(note.Anchor), SizeOf(pen, note));
        var origin = note.Place is { } place ? toView(place) : pen.Area * share;
        return origin is { } at ? (at + (note.Offset * pen.PointPixels) - (size * share), size) : null;
    }

    /// <summary>Draws the texts of a view.</summary>
    /// <param name="pen">Of the view.</param>
    /// <param name="notes">Those of the view.</param>
    /// <param name="toView">Where a place in the world is seen, or null where it is not.</param>
    public static void Draw(IMarkPen pen, IEnumerable<TextNote> notes, Func<WorldPoint, Vector2?> toView)
    {
        foreach (var note in notes)
        {
            if (Place(pen, note, toView) is not { } placed)
                continue;
            var (share, height, y) = (ShareOf(note.Anchor).X, HeightOf(pen, note), placed.Corner.Y);
            foreach (var line in Lines(note))
            {
                var size = pen.Measure(line, height);
                if (line.Length > 0)
                    pen.Write(new Vector2(placed.Corner.X + ((placed.Size.X - size.X) * share), y), line, ColorOf(note), OutlineOf(note), height);
                y += size.Y;
            }
        }
    }

    /// <summary>Where a place in the world is seen in a slice that goes through it; null in others.</summary>
    /// <param name="place">The place.</param>
    /// <param name="camera">How the slice is looked at.</param>
    /// <param name="pane">Width and height of the view, pixels of the camera.</param>
    /// <param name="viewer">Its crosshair is on the slice.</param>
    public static Vector2? Seen(WorldPoint place, PlaneCamera camera, (int Width, int Height) pane, Viewer viewer)
    {
        var layer = viewer.Layers.FirstOrDefault(layer => layer.Visible);
        var spacing = layer?.Spacing ?? Spacing.Uncalibrated;
        var half = spacing.Finest / 2;
        if (camera is SliceCamera slice)
        {
            if (layer is null || place.VoxelIndex(slice.Axis, layer) != viewer.Cursor.VoxelIndex(slice.Axis, layer))
                return null;
            var (x, y) = slice.ToPixel(place, pane.Width, pane.Height);
            return new Vector2((float)x, (float)y);
        }
        if (camera is not ObliqueCamera oblique)
            return null;
        var normal = oblique.Orientation.Normal;
        var across = ((place.X - viewer.Cursor.X) * normal.X) + ((place.Y - viewer.Cursor.Y) * normal.Y) + ((place.Z - viewer.Cursor.Z) * normal.Z);
        if (Math.Abs(across) > half)
            return null;
        var seen = oblique.ToPixel(place, pane.Width, pane.Height);
        return new Vector2((float)seen.X, (float)seen.Y);
    }

    /// <summary>Where a place in the world is seen in 3-D; null where it is out of view.</summary>
    public static Vector2? Seen(WorldPoint place, ViewProjection view)
    {
        var (pixel, isVisible) = view.Project(place.ToVector3());
        return isVisible ? pixel : null;
    }

    private static string[] Lines(TextNote note) => note.Text.ReplaceLineEndings("\n").Split('\n');

    private static float HeightOf(IMarkPen pen, TextNote note) => (float)(note.Points * pen.PointPixels);

    private static Vector2 SizeOf(IMarkPen pen, TextNote note)
    {
        var sizes = Lines(note).Select(line => pen.Measure(line, HeightOf(pen, note))).ToList();
        return new Vector2(sizes.Max(size => size.X), sizes.Sum(size => size.Y));
    }

    private static Vector4 ColorOf(TextNote note) => new Vector4(note.Color.R, note.Color.G, note.Color.B, note.Color.A) / 255;

    // Light letters have a dark outline and dark ones a light one, by the luma of Rec. 709.
    private static Vector4 OutlineOf(TextNote note)
    {
        var color = ColorOf(note);
        return ((0.2126f * color.X) + (0.7152f * color.Y) + (0.0722f * color.Z)) > 0.45f ? new Vector4(0, 0, 0, 0.85f * color.W) : new Vector4(1, 1, 1, 0.85f * color.W);
    }
}
