using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws an image layer for packets of rays.</summary>
internal abstract class ImageCaster(ImageScene scene) : LayerCaster(scene.Blending)
{
    public ImageScene Scene { get; } = scene;

    public sealed override bool HasOpaque => Scene.Mode == ImageRenderMode.Isosurface && Scene.Opacity >= 1 && LayerBlends.HasDepth(Scene.Blending);

    public sealed override bool HasTranslucent => !HasOpaque;

    /// <summary>Draws a translucent image together with films that lie in it; as image-films.frag.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="limit">Stored depths at which they end.</param>
    /// <param name="films">The first film of each ray, the second and so on.</param>
    /// <param name="seen">What is seen of both.</param>
    public abstract void CastWithFilms(in RayView view, in RayPacket rays, Vector256<float> limit, ReadOnlySpan<PacketFilm> films, out PacketColor seen);
}
