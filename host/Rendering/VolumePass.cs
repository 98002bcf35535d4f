namespace VolumeViewer.Host.Rendering;

/// <summary>What a layer must know to draw itself in 3-D; the camera's block is bound already.</summary>
/// <param name="Quality">How much care.</param>
internal readonly record struct VolumePass(RenderQuality Quality);
