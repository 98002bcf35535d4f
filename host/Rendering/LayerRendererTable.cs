using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Which renderer draws which type of layer. A new type of layer is a new renderer and a line here.</summary>
internal static class LayerRendererTable
{
    private static readonly Dictionary<Type, Func<SceneResources, Layer, ILayerRenderer>> Factories = new()
    {
        [typeof(ImageLayer)] = (scene, layer) => new ImageLayerRenderer(scene, (ImageLayer)layer),
        [typeof(LabelsLayer)] = (scene, layer) => new LabelsLayerRenderer(scene, (LabelsLayer)layer),
        [typeof(PointsLayer)] = (scene, layer) => new PointsLayerRenderer(scene, (PointsLayer)layer),
        [typeof(SurfaceLayer)] = (scene, layer) => new SurfaceLayerRenderer(scene, (SurfaceLayer)layer),
    };

    /// <summary>Makes the renderer of a layer, or null where nothing draws its type.</summary>
    public static ILayerRenderer? Create(SceneResources scene, Layer layer) =>
        Factories.TryGetValue(layer.GetType(), out var create) ? create(scene, layer) : null;
}
