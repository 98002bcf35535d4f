using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What a layer must know to draw itself in 3-D; the camera's block is bound already.</summary>
/// <param name="Quality">How much care.</param>
/// <param name="Blending">How the layer is put over what is there; the context is set to it while translucent things are drawn.</param>
/// <param name="Occlusion">How much surroundings darken surfaces, 0 to 1.</param>
/// <param name="Shift">Shifts the samples of all rays, in steps, 0 to 1: pictures of several shifts average to one of finer steps.</param>
/// <param name="View">The camera's block as it is bound; what binds another one puts this back.</param>
/// <param name="Cut">What is cut away, likewise; null where nothing may be bound in its place.</param>
/// <param name="Films">For a translucent image: films that lie within it and are drawn with it.</param>
internal readonly record struct VolumePass(RenderQuality Quality, LayerBlending Blending = LayerBlending.Translucent, float Occlusion = 0, float Shift = 0, ViewBlock View = default, LayerCut? Cut = null, IFilms? Films = null);
