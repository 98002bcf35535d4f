using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>An OpenGL context from EGL, current on the thread that made it.</summary>
internal sealed class EglContext : IDisposable
{
    private readonly nint _display;
    private readonly nint _surface;
    private nint _context;

    private EglContext(nint display, nint context, nint surface) => (_display, _context, _surface) = (display, context, surface);

    /// <exception cref="UserException">There is no EGL, or it gives no OpenGL 3.3; says what was tried.</exception>
    public static EglContext Create()
    {
        var attempts = new List<string>();
        try
        {
            // Without any surface first, since that needs neither X nor a GPU; then whatever EGL takes for its default.
            foreach (var (name, display) in new (string, Func<nint>)[]
            {
                ("the surfaceless platform", () => Egl.GetPlatformDisplay(Egl.PlatformSurfaceless)),
                ("the default display", () => Egl.GetDisplay(0)),
            })
            {
                if (TryCreate(display(), out var problem) is { } context)
                    return context;
                attempts.Add($"{name}: {problem}");
            }
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new UserException($"Pictures need EGL, but libEGL.so.1 cannot be used ({missing.Message.Trim()}). "
                + "On Debian and Ubuntu install the packages libegl1 and libgl1-mesa-dri.", missing);
        }
        throw new UserException($"EGL gives no OpenGL 3.3 context. Tried {string.Join("; ", attempts)}. "
            + "On Debian and Ubuntu the packages libegl1 and libgl1-mesa-dri bring a software renderer that works without a GPU.");
    }

    public void Dispose()
    {
        if (_context == 0)
            return;
        // The display stays initialised: EGL hands out one per process, and ending it would end the other contexts with it.
        _ = Egl.MakeCurrent(_display, 0, 0, 0);
        if (_surface != 0)
            _ = Egl.DestroySurface(_display, _surface);
        _ = Egl.DestroyContext(_display, _context);
        _context = 0;
    }

    private static EglContext? TryCreate(nint display, out string problem)
    {
        problem = "not known to this EGL";
        if (display == 0)
            return null;
        if (Egl.Initialize(display, out _, out _) == 0)
            return Fail("eglInitialize", out problem);
        if (Egl.BindApi(Egl.OpenGlApi) == 0)
            return Fail("eglBindAPI(OpenGL)", out problem);
        int[] wanted = [Egl.SurfaceType, Egl.PbufferBit, Egl.RenderableType, Egl.OpenGlBit, Egl.RedSize, 8, Egl.GreenSize, 8, Egl.BlueSize, 8, Egl.ConfigNone];
        if (Egl.ChooseConfig(display, wanted, out var config, 1, out var count) == 0 || count == 0)
            return Fail("eglChooseConfig", out problem);
        int[] version = [Egl.ContextMajorVersion, 3, Egl.ContextMinorVersion, 3, Egl.ContextProfileMask, Egl.CoreProfileBit, Egl.ConfigNone];
        var context = Egl.CreateContext(display, config, 0, version);
        if (context == 0)
            return Fail("eglCreateContext for OpenGL 3.3 core", out problem);
        if (Egl.MakeCurrent(display, 0, 0, context) != 0)
            return new EglContext(display, context, 0);
        // Some drivers want a surface even when all drawing goes into textures.
        var surface = Egl.CreatePbufferSurface(display, config, [Egl.Width, 1, Egl.Height, 1, Egl.ConfigNone]);
        if (surface != 0 && Egl.MakeCurrent(display, surface, surface, context) != 0)
            return new EglContext(display, context, surface);
        Fail("eglMakeCurrent", out problem);
        if (surface != 0)
            _ = Egl.DestroySurface(display, surface);
        _ = Egl.DestroyContext(display, context);
        return null;
    }

    private static EglContext? Fail(string call, out string problem)
    {
        problem = $"{call} failed with error 0x{Egl.GetError():x4}";
        return null;
    }
}
