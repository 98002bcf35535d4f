using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What a layer must know to draw itself in a slice view.</summary>
/// <param name="Camera">How the slice is looked at.</param>
/// <param name="Cursor">The point the slice goes through.</param>
/// <param name="Width">Of the view, pixels.</param>
/// <param name="Height">Of the view, pixels.</param>
/// <param name="PixelRatio">Pixels of the picture for each of the view along one direction: more than 1 where several are averaged, or on dense screens.</param>
/// <param name="Slab">How thick the slice is, or null.</param>
internal sealed record SlicePass(PlaneCamera Camera, WorldPoint Cursor, int Width, int Height, float PixelRatio = 1, Slab? Slab = null)
{
    // More samples behind each other than this would stop the window; a slab of more voxels is sampled more coarsely where no plane can be read for it.
    private const int MostSamples = 512;

    // Of labels, which are counted; as in slice-labels.frag.
    private const int MostLabels = 32;

    // Of either, where they are read from the volume.
    private const int MostRead = 2048;

    /// <summary>How the layer that is drawn now is put over what is there; the context is set to it.</summary>
    public LayerBlending Blending { get; init; }

    /// <summary>Where places of the world stand in the view; its corner lies on the slice that <see cref="BlockFor"/> shows.</summary>
    public SheetBlock SheetFor(Layer layer, float lineWidth)
    {
        var slice = BlockFor(layer, Vector3.One, isThick: false);
        return new SheetBlock { Corner = slice.Corner, Width = Width, PerColumn = slice.PerColumn, Height = Height, PerRow = slice.PerRow, LineWidth = lineWidth * PixelRatio };
    }

    /// <summary>Whether a layer is shown as thick as the slab; else one voxel of it in the middle.</summary>
    public bool IsThick(Layer layer) => layer is LabelsLayer ? Slab?.ShowsMostFrequentLabel == true : Slab is not null;

    /// <summary>The direction across the slice, length 1.</summary>
    public Vector3 Normal => Vector3.Normalize(Vector3.Cross(Camera.Right, Camera.Down));

    /// <summary>The block for a layer, apart from what depends on the layer's kind.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="textureExtent">Of the texture that is read.</param>
    /// <param name="isThick">Whether the layer heeds the slab.</param>
    public SliceBlock BlockFor(Layer layer, Vector3 textureExtent, bool isThick) => Block(layer, textureExtent, isThick, MostOf(layer));

    /// <summary>The same where the places are read from the volume itself: in a thick slice as many behind each other as there are voxels.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isThick">Whether the layer heeds the slab.</param>
    public SliceBlock BlockForReading(Layer layer, bool isThick) => Block(layer, Viewer.ExtentOf(layer), isThick, MostRead);

    /// <summary>Whether a layer has more voxels across the slice than are looked at in its texture.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isThick">Whether the layer heeds the slab.</param>
    public bool IsSampled(Layer layer, bool isThick) => isThick && Slab is { } slab && slab.VoxelsAcross(layer.Spacing.Finest) > MostOf(layer);

    private SliceBlock Block(Layer layer, Vector3 textureExtent, bool isThick, int most)
    {
        var corner = Camera.ToWorld(0, 0, Width, Height, Cursor);
        var block = new SliceBlock
        {
            Corner = corner.ToVector3(),
            Height = Height,
            PerColumn = Camera.Right * (float)Camera.MicrometresPerPixel,
            SamplesPerPixel = (float)Math.Clamp(Math.Ceiling(Camera.MicrometresPerPixel / FinestInPlane(layer)), 1, 4),
            PerRow = Camera.Down * (float)Camera.MicrometresPerPixel,
            Opacity = layer.Opacity,
            Extent = Viewer.ExtentOf(layer),
            TextureExtent = textureExtent,
            Blending = LayerBlends.WayOf(Blending),
            SlabSamples = 1,
        };
        return Camera.Across is { } axis ? AcrossAxis(block, layer, axis, corner, isThick) : Oblique(block, layer, isThick, most);
    }

    /// <summary>The voxels of a layer across the slice, along the axis it lies across: the first and how many, within the layer; none where it misses the layer.</summary>
    public (int First, int Count) VoxelsAcross(Layer layer, Axis axis, bool isThick)
    {
        var middle = Cursor.VoxelIndex(axis, layer);
        var count = isThick && Slab is { } slab ? slab.VoxelsAcross(layer.Spacing.Along(axis)) : 1;
        // As many on either side; of an even number one more lies behind.
        var first = Math.Max(middle - ((count - 1) / 2), 0);
        var end = Math.Min(middle - ((count - 1) / 2) + count, layer.Shape.Along(axis));
        return (first, Math.Max(0, end - first));
    }

    // The slice lies in the middle of a layer's own voxels: slice views show voxels as they are, not mixtures of two.
    private SliceBlock AcrossAxis(SliceBlock block, Layer layer, Axis axis, WorldPoint corner, bool isThick)
    {
        var spacing = layer.Spacing.Along(axis);
        var (first, count) = VoxelsAcross(layer, axis, isThick);
        if (count == 0)
            first = Cursor.VoxelIndex(axis, layer);
        var most = MostOf(layer);
        var (samples, stride) = (Math.Clamp(count, 1, most), count <= most ? 1.0 : (count - 1.0) / (most - 1));
        corner = corner.With(axis, (first + 0.5) * spacing);
        return block with
        {
            Corner = corner.ToVector3(),
            SlabStep = SliceCamera.Unit(axis) * (float)(spacing * stride),
            SlabSamples = samples,
            SlabProjection = (float)(Slab?.Projection ?? default),
            SlabWeight = (float)Math.Max(count, 1) / samples,
        };
    }

    private SliceBlock Oblique(SliceBlock block, Layer layer, bool isThick, int most)
    {
        if (!isThick || Slab is not { } slab)
            return block;
        var spacing = layer.Spacing;
        var voxels = slab.VoxelsAcross(spacing.Finest);
        var samples = Math.Min(voxels, most);
        // Each sample stands in the middle of its part of the thickness.
        var step = Vector3.Cross(Camera.Right, Camera.Down) * (float)(slab.ThicknessMicrometres / samples);
        return block with
        {
            Corner = block.Corner - (step * ((samples - 1) / 2f)),
            SlabStep = step,
            SlabSamples = samples,
            SlabProjection = (float)slab.Projection,
            SlabWeight = (float)voxels / samples,
        };
    }

    private static int MostOf(Layer layer) => layer is LabelsLayer ? MostLabels : MostSamples;

    // The distance after which the slice meets the next voxel, along its right or its downward direction.
    private double FinestInPlane(Layer layer)
    {
        var spacing = layer.Spacing.ToVector3();
        static float Step(Vector3 direction, Vector3 spacing) => 1 / (direction / spacing).Length();
        return Math.Min(Step(Camera.Right, spacing), Step(Camera.Down, spacing));
    }
}
