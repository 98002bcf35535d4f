using System.Numerics;
using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>Finds with OpenGL where lines of sight end on the surfaces of a layer, for a raster of pixels; as <see cref="SurfacePoints"/> does on the processor.</summary>
/// <param name="scene">Where it is drawn.</param>
internal sealed class SurfaceRaster(SceneResources scene) : IDisposable
{
    // Lines of sight across and down.
    private const int Edge = 64;

    private RenderTarget? _target;

    /// <summary>The points, (x, y, z) in µm. Another target and other blocks are bound afterwards.</summary>
    /// <param name="view">How the layer is looked at.</param>
    /// <param name="extent">Edges (x, y, z) of the layer, µm.</param>
    /// <param name="cut">What of the layer is drawn.</param>
    /// <param name="draw">Draws the layer, with its depth.</param>
    public IReadOnlyList<Vector3> Of(ViewProjection view, Vector3 extent, LayerCut cut, Action<VolumePass> draw)
    {
        var (gl, block) = (scene.Gl, view.ToBlock(extent));
        _target ??= new RenderTarget(gl);
        _target.Resize(Edge, Edge);
        _target.BindWithDepth();
        gl.Disable(EnableCap.Blend);
        gl.Disable(EnableCap.ScissorTest);
        gl.Enable(EnableCap.DepthTest);
        gl.DepthFunc(DepthFunction.Lequal);
        gl.DepthMask(true);
        gl.Clear(ClearBufferMask.DepthBufferBit);
        scene.View.Bind(SceneResources.ViewPoint, block);
        scene.Clip.Bind(SceneResources.ClipPoint, cut.ToBlock());
        draw(new VolumePass(RenderQuality.Moving) { View = block });
        gl.Disable(EnableCap.DepthTest);
        var (depths, points) = (_target.ReadDepths(), new List<Vector3>());
        for (var i = 0; i < depths.Length; i++)
        {
            if (depths[i] >= 1)
                continue;
            // The first row is the lowest.
            var aside = (block.Right * ((((i % Edge) + 0.5f) * 2 / Edge) - 1)) + (block.Down * (1 - (((i / Edge) + 0.5f) * 2 / Edge)));
            var depth = block.Nearest + (depths[i] * (block.Farthest - block.Nearest));
            points.Add(view.Parallel ? block.Eye + aside + (block.Forward * depth) : block.Eye + ((block.Forward + aside) * depth));
        }
        return points;
    }

    public void Dispose() => _target?.Dispose();
}
