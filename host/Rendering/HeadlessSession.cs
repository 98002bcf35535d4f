using Silk.NET.OpenGL;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What pictures without a window are drawn with, one after the other: layers stay on the graphics card between them. For the thread that made it.</summary>
internal sealed class HeadlessSession : IDisposable
{
    private readonly OffscreenContext _context;

    /// <param name="renderer">What draws in 3-D.</param>
    /// <exception cref="UserException">There is no OpenGL.</exception>
    public HeadlessSession(RendererChoice renderer = RendererChoice.Auto)
    {
        _context = OffscreenContext.Create();
        Renderer = new SceneRenderer(_context.Gl, renderer) { UploadTime = TimeSpan.FromSeconds(1) };
        Target = new RenderTarget(_context.Gl);
        _context.Gl.GetInteger(GetPName.MaxTextureSize, out var largest);
        MaxSize = largest;
    }

    public SceneRenderer Renderer { get; }

    public RenderTarget Target { get; }

    /// <summary>The longest edge of a picture, pixels.</summary>
    public int MaxSize { get; }

    public void Dispose()
    {
        Target.Dispose();
        Renderer.Dispose();
        _context.Dispose();
    }
}
