using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A layer that is drawn in this picture.</summary>
/// <param name="Cut">What is cut away of it in 3-D.</param>
/// <param name="Blending">How it is put over what is there.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Renderer">What draws it.</param>
internal readonly record struct SeenLayer(LayerCut Cut, LayerBlending Blending, Layer Layer, ILayerRenderer Renderer);
