using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>A viewer, a context and a picture to draw into.</summary>
internal sealed class Stage : IDisposable
{
    private readonly OffscreenContext _context = OffscreenContext.Create();

    public Stage(params IEnumerable<Layer> layers) : this(RendererChoice.Auto, layers)
    {
    }

    public Stage(RendererChoice choice, params IEnumerable<Layer> layers)
    {
        Renderer = new SceneRenderer(_context.Gl, choice);
        Target = new RenderTarget(_context.Gl);
        foreach (var layer in layers)
            Viewer.Layers.Add(layer);
        LookAlongZ();
    }

    public Viewer Viewer { get; } = new();

    public SceneRenderer Renderer { get; }

    public RenderTarget Target { get; }

    /// <summary>From the front, x to the right and y down, without perspective.</summary>
    public void LookAlongZ()
    {
        Viewer.ResetView();
        Viewer.Camera.Orientation = Quaternion.Identity;
        Viewer.Camera.Orthographic = true;
    }

    public Picture DrawVolume(int width = 120, int height = 90, RenderQuality quality = RenderQuality.Full)
    {
        Renderer.Finish(Viewer);
        Target.Resize(width, height);
        Renderer.DrawVolumeView(Viewer, Target, quality);
        return new Picture(Target.ReadRgba(), width, height);
    }

    /// <summary>The picture after what the camera is near to has come in finer.</summary>
    public Picture DrawRefined(int width = 120, int height = 90)
    {
        Picture picture;
        do
            picture = DrawVolume(width, height);
        while (!Renderer.IsComplete);
        return picture;
    }

    public Picture DrawSlice(PlaneCamera camera, int width = 120, int height = 90)
    {
        Renderer.Finish(Viewer);
        Target.Resize(width, height);
        do
            Renderer.DrawSliceView(Viewer, camera, Target);
        while (!Renderer.IsComplete);
        return new Picture(Target.ReadRgba(), width, height);
    }

    public Picture DrawBackground(int width = 120, int height = 90)
    {
        Target.Resize(width, height);
        Renderer.DrawVolumeView(new Viewer(), Target, RenderQuality.Full);
        return new Picture(Target.ReadRgba(), width, height);
    }

    public void Dispose()
    {
        Renderer.Dispose();
        Target.Dispose();
        _context.Dispose();
    }
}
