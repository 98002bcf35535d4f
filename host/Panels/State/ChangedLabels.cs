using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Remembers where labels were changed lately, so that a slice is drawn again only there.</summary>
internal sealed class ChangedLabels : IDisposable
{
    // More edits than this between two pictures, and the whole picture is drawn.
    private const int Most = 64;

    private readonly Viewer _viewer;
    private readonly Queue<(LabelsLayer Layer, VoxelBox Box)> _edits = [];

    public ChangedLabels(Viewer viewer)
    {
        _viewer = viewer;
        viewer.Layers.LayerChanged += OnLayerChanged;
    }

    /// <summary>How many there were so far.</summary>
    public int Count { get; private set; }

    /// <summary>The part of a slice's picture that the latest edits may have changed; null where that is not known, and nothing where none lies in the slice.</summary>
    /// <param name="count">How many edits.</param>
    /// <param name="camera">How the slice is looked at.</param>
    /// <param name="width">Of the picture, pixels.</param>
    /// <param name="height">Of the picture, pixels.</param>
    public PicturePart? PartOf(int count, SliceCamera camera, int width, int height)
    {
        if (count > _edits.Count)
            return null;
        var part = default(PicturePart);
        foreach (var (layer, box) in _edits.Skip(_edits.Count - count))
            part = part.With(PartOf(layer, box, camera, width, height));
        return part;
    }

    public void Dispose() => _viewer.Layers.LayerChanged -= OnLayerChanged;

    private PicturePart PartOf(LabelsLayer layer, VoxelBox box, SliceCamera camera, int width, int height)
    {
        var pass = new SlicePass(camera, _viewer.Cursor, width, height, Slab: _viewer.Slab);
        var (slice, slices) = pass.VoxelsAcross(layer, camera.Axis, pass.IsThick(layer));
        var (first, count) = camera.Axis switch { Axis.Z => (box.Z, box.Depth), Axis.Y => (box.Y, box.Height), _ => (box.X, box.Width) };
        if (slice + slices <= first || slice >= first + count)
            return default;
        var spacing = layer.Spacing;
        // A slice may be turned: which corner of the box is where in the picture is open.
        var corners = new List<(double X, double Y)>();
        foreach (var z in (int[])[box.Z, box.Z + box.Depth])
        {
            foreach (var y in (int[])[box.Y, box.Y + box.Height])
            {
                foreach (var x in (int[])[box.X, box.X + box.Width])
                    corners.Add(camera.ToPixel(new WorldPoint(z * spacing.Z, y * spacing.Y, x * spacing.X), width, height));
            }
        }
        // Outlines reach beside the voxels, and a pixel is made of samples around it.
        var margin = 2 + (4 * layer.ContourWidth);
        var (left, top) = (Pixel(corners.Min(corner => corner.X) - margin, width), Pixel(corners.Min(corner => corner.Y) - margin, height));
        return new PicturePart(left, top, Pixel(corners.Max(corner => corner.X) + margin + 1, width) - left, Pixel(corners.Max(corner => corner.Y) + margin + 1, height) - top);

        static int Pixel(double place, int end) => (int)Math.Clamp(Math.Floor(place), 0, end);
    }

    private void OnLayerChanged(object? sender, LayerChange change)
    {
        if (change is not LabelsChange { Layer: LabelsLayer layer } edit)
            return;
        _edits.Enqueue((layer, edit.Box));
        Count++;
        if (_edits.Count > Most)
            _edits.Dequeue();
    }
}
