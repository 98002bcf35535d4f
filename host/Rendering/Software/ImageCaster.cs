using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws an image layer for packets of rays.</summary>
internal abstract class ImageCaster(ImageScene scene) : LayerCaster(scene.Blending)
{
    public ImageScene Scene { get; } = scene;

    public sealed override bool HasOpaque => Scene.Mode == ImageRenderMode.Isosurface && Scene.Opacity >= 1 && LayerBlends.HasDepth(Scene.Blending);

    public sealed override bool HasTranslucent => !HasOpaque;
}
