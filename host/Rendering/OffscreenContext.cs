using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>OpenGL 3.3 without a visible window, current on the thread that made it and to be disposed there.</summary>
/// <remarks>
/// The one place that goes different ways on different systems: EGL on Linux, where there may be no window system; elsewhere a hidden window.
/// </remarks>
internal sealed class OffscreenContext : IDisposable
{
    private readonly IDisposable _owner;
    private bool _disposed;

    private OffscreenContext(IDisposable owner, GL gl)
    {
        (_owner, Gl) = (owner, gl);
        Description = $"OpenGL {gl.GetStringS(StringName.Version)} on {gl.GetStringS(StringName.Renderer)}";
    }

    /// <summary>The functions of the context.</summary>
    public GL Gl { get; }

    /// <summary>Version and device.</summary>
    public string Description { get; }

    /// <exception cref="UserException">No context can be had; says what was tried and what to install.</exception>
    public static OffscreenContext Create()
    {
        if (OperatingSystem.IsLinux())
        {
            var context = EglContext.Create();
            return new OffscreenContext(context, GL.GetApi(Egl.GetProcAddress));
        }
        try
        {
            var options = WindowOptions.Default;
            options.IsVisible = false;
            options.Size = new Vector2D<int>(16, 16);
            options.Title = "VolumeViewer";
            var window = Window.Create(options);
            window.Initialize();
            return new OffscreenContext(window, GL.GetApi(window));
        }
        catch (Exception failure) when (failure is PlatformNotSupportedException or DllNotFoundException or InvalidOperationException)
        {
            throw new UserException($"Pictures need OpenGL 3.3, which a hidden window did not give: {failure.Message} Update the graphics driver.", failure);
        }
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Gl.Dispose();
        _owner.Dispose();
    }
}
