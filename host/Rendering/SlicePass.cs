using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What a layer must know to draw itself in a slice view.</summary>
/// <param name="Camera">How the slice is looked at.</param>
/// <param name="Cursor">The point the slice goes through.</param>
/// <param name="Width">Of the view, pixels.</param>
/// <param name="Height">Of the view, pixels.</param>
/// <param name="PixelRatio">Pixels of the picture for each of the view along one direction: more than 1 where several are averaged, or on dense screens.</param>
internal sealed record SlicePass(SliceCamera Camera, WorldPoint Cursor, int Width, int Height, float PixelRatio = 1)
{
    /// <summary>How the layer that is drawn now is put over what is there; the context is set to it.</summary>
    public LayerBlending Blending { get; init; }

    /// <summary>Where places of the world stand in the view; its corner lies on the slice that <see cref="BlockFor"/> shows.</summary>
    public SheetBlock SheetFor(Layer layer, float lineWidth)
    {
        var slice = BlockFor(layer, Vector3.One);
        return new SheetBlock { Corner = slice.Corner, Width = Width, PerColumn = slice.PerColumn, Height = Height, PerRow = slice.PerRow, LineWidth = lineWidth * PixelRatio };
    }

    /// <summary>The block for a layer, apart from what depends on the layer's kind.</summary>
    public SliceBlock BlockFor(Layer layer, Vector3 textureExtent)
    {
        var spacing = layer.Spacing;
        // The slice lies in the middle of a layer's own voxels: slice views show voxels as they are, not mixtures of two.
        var through = (Math.Floor(Cursor.Along(Camera.Axis) / spacing.Along(Camera.Axis)) + 0.5) * spacing.Along(Camera.Axis);
        var corner = Camera.ToWorld(0, 0, Width, Height, Cursor).With(Camera.Axis, through);
        var finest = Math.Min(spacing.Along(Camera.AxisU), spacing.Along(Camera.AxisV));
        return new SliceBlock
        {
            Corner = new Vector3((float)corner.X, (float)corner.Y, (float)corner.Z),
            Height = Height,
            PerColumn = SliceCamera.Unit(Camera.AxisU) * (float)Camera.MicrometresPerPixel,
            SamplesPerPixel = (float)Math.Clamp(Math.Ceiling(Camera.MicrometresPerPixel / finest), 1, 4),
            PerRow = SliceCamera.Unit(Camera.AxisV) * (float)Camera.MicrometresPerPixel,
            Opacity = layer.Opacity,
            Extent = Viewer.ExtentOf(layer),
            TextureExtent = textureExtent,
            Blending = LayerBlends.WayOf(Blending),
        };
    }
}
