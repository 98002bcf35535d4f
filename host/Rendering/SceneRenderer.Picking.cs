using System.Numerics;
using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <content>What is seen at a place of the 3-D view.</content>
internal sealed partial class SceneRenderer
{
    private RenderTarget? _pickTarget;

    /// <summary>
    /// The point that is seen at a place in the 3-D view: the nearest of the surfaces, the brightest point of a maximum-intensity layer,
    /// or what adds most to a translucent one; null where only background is seen.
    /// </summary>
    public WorldPoint? Pick(Viewer viewer, Vector2 pixel, int width, int height)
    {
        var projection = new ViewProjection(viewer.Camera, width, height);
        var ray = projection.RayThrough(pixel);
        // One pixel is drawn, whose ray is this one.
        var block = projection.ToBlock(viewer.Extent) with { Eye = ray.Origin, Forward = ray.Direction };
        block = block with { Right = block.Right * 1e-6f, Down = block.Down * 1e-6f };
        if (_pickTarget is null)
        {
            _pickTarget = new RenderTarget(_gl);
            _pickTarget.Resize(1, 1);
        }
        var layers = Visible(viewer, (layer, time) => layer.Prepare(time), layer => _software is null || !SoftwareRenderer.Draws(layer));
        _pickTarget.BindWithDepth();
        _gl.DepthMask(true);
        _gl.Clear(ClearBufferMask.ColorBufferBit | ClearBufferMask.DepthBufferBit);
        _gl.Enable(EnableCap.DepthTest);
        _gl.DepthFunc(DepthFunction.Less);
        _gl.Disable(EnableCap.Blend);
        _frame.BindDepth(0);
        _scene.View.Bind(SceneResources.ViewPoint, block);
        foreach (var (cut, _, layer, renderer) in layers)
        {
            DrawOpaque(viewer, layer, renderer, new VolumePass(RenderQuality.Full), cut);
            renderer.DrawTranslucent(new VolumePass(RenderQuality.Full));
        }
        _frame.End();
        var depth = _pickTarget.ReadDepth(0, 0);
        if (_software is not null)
        {
            _software.Prepare(viewer, TimeSpan.Zero);
            depth = Math.Min(depth, _software.Pick(viewer, block));
        }
        if (depth >= 1)
            return null;
        var point = Vector3.Clamp(ray.At(block.Nearest + (depth * (block.Farthest - block.Nearest))), Vector3.Zero, viewer.Extent);
        return WorldPoint.Of(point);
    }
}
