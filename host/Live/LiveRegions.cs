using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>Boxes of voxels: what a view shows, and what strokes changed.</summary>
internal static class LiveRegions
{
    // More boxes than this are joined: a stroke makes one with each move of the mouse.
    private const int MostBoxes = 256;

    /// <summary>The voxels of an image that the slice view shows in which the pointer was last; null where it shows none.</summary>
    public static VoxelBox? Of(ViewState views, Layer image, WorldPoint cursor)
    {
        if (views.Shown.Count == 0)
            return null;
        var axis = views.Shown.ContainsKey(views.KeyAxis) ? views.KeyAxis : views.Shown.Keys.First();
        if (SliceGrid.Of(image, axis, cursor) is not { } grid)
            return null;
        var (first, last) = (grid.Place(views.Shown[axis].First), grid.Place(views.Shown[axis].Last));
        return grid.Box(Floor(first.U), Floor(first.V), Floor(last.U), Floor(last.V));

        static int Floor(double place) => (int)Math.Floor(Math.Clamp(place, int.MinValue / 2, int.MaxValue / 2));
    }

    /// <summary>Takes up a changed box.</summary>
    public static void Add(List<VoxelBox> boxes, VoxelBox box)
    {
        if (boxes.Exists(known => known.Contains(box)))
            return;
        boxes.Add(box);
        if (boxes.Count <= MostBoxes)
            return;
        var joined = boxes.Aggregate((one, other) => one.Union(other));
        boxes.Clear();
        boxes.Add(joined);
    }

    /// <summary>The labels of a box.</summary>
    public static byte[] Copy(LabelVolume labels, VoxelBox box)
    {
        var copy = new byte[box.VoxelCount];
        var rest = copy.AsSpan();
        for (var z = box.Z; z <= box.LastZ; z++)
        {
            for (var y = box.Y; y < box.Y + box.Height; y++, rest = rest[box.Width..])
                labels.Slice(z).Slice((y * labels.Shape.Width) + box.X, box.Width).CopyTo(rest);
        }
        return copy;
    }
}
