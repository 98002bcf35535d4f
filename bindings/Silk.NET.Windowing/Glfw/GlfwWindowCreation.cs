namespace Silk.NET.Windowing.Glfw;

/// <summary>Turns window options into hints, and makes the native window.</summary>
internal static class GlfwWindowCreation
{
    internal static nint Create(WindowOptions options, nint share)
    {
        GlfwNative.glfwDefaultWindowHints();
        // Shown only when it is where it belongs.
        GlfwNative.glfwWindowHint(GlfwHint.Visible, 0);
        GlfwNative.glfwWindowHint(GlfwHint.Decorated, options.WindowBorder == WindowBorder.Hidden ? 0 : 1);
        GlfwNative.glfwWindowHint(GlfwHint.Resizable, options.WindowBorder == WindowBorder.Resizable ? 1 : 0);
        GlfwNative.glfwWindowHint(GlfwHint.Floating, options.TopMost ? 1 : 0);
        GlfwNative.glfwWindowHint(GlfwHint.TransparentFramebuffer, options.TransparentFramebuffer ? 1 : 0);
        GlfwNative.glfwWindowHintString(GlfwHint.X11ClassName, options.WindowClass ?? Window.DefaultWindowClass);
        HintContext(options.API);
        HintFramebuffer(options);

        var window = GlfwNative.glfwCreateWindow(options.Size.X, options.Size.Y, options.Title, 0, share);
        if (window == 0)
        {
            var version = options.API.Version;
            throw GlfwLibrary.Error(options.API.API is ContextAPI.OpenGL or ContextAPI.OpenGLES
                ? $"A window with {options.API.API} {version.MajorVersion}.{version.MinorVersion} ({options.API.Profile}) could not be opened"
                : "The window could not be opened");
        }
        GlfwNative.glfwSetWindowPos(window, options.Position.X, options.Position.Y);
        // Some window systems let no program place its windows, which is no reason to have none.
        unsafe { GlfwNative.glfwGetError(null); }
        return window;
    }

    private static void HintContext(GraphicsAPI api)
    {
        GlfwNative.glfwWindowHint(GlfwHint.ClientApi, api.API switch
        {
            ContextAPI.OpenGL => GlfwHint.OpenGlApi,
            ContextAPI.OpenGLES => GlfwHint.OpenGlEsApi,
            _ => GlfwHint.NoApi,
        });
        if (api.API is not (ContextAPI.OpenGL or ContextAPI.OpenGLES))
            return;
        GlfwNative.glfwWindowHint(GlfwHint.ContextVersionMajor, api.Version.MajorVersion);
        GlfwNative.glfwWindowHint(GlfwHint.ContextVersionMinor, api.Version.MinorVersion);
        if (api.Flags.HasFlag(ContextFlags.ForwardCompatible))
            GlfwNative.glfwWindowHint(GlfwHint.OpenGlForwardCompat, 1);
        if (api.Flags.HasFlag(ContextFlags.Debug))
            GlfwNative.glfwWindowHint(GlfwHint.OpenGlDebugContext, 1);
        // Profiles came with OpenGL 3.2.
        if ((api.Version.MajorVersion, api.Version.MinorVersion).CompareTo((3, 2)) >= 0)
            GlfwNative.glfwWindowHint(GlfwHint.OpenGlProfile, api.Profile == ContextProfile.Core ? GlfwHint.CoreProfile : GlfwHint.CompatProfile);
    }

    private static void HintFramebuffer(WindowOptions options)
    {
        var both = options.PreferredDepthBufferBits is null && options.PreferredStencilBufferBits is null;
        GlfwNative.glfwWindowHint(GlfwHint.DepthBits, options.PreferredDepthBufferBits ?? (both ? 24 : GlfwHint.DontCare));
        GlfwNative.glfwWindowHint(GlfwHint.StencilBits, options.PreferredStencilBufferBits ?? (both ? 8 : GlfwHint.DontCare));
        GlfwNative.glfwWindowHint(GlfwHint.RedBits, options.PreferredBitDepth?.X ?? GlfwHint.DontCare);
        GlfwNative.glfwWindowHint(GlfwHint.GreenBits, options.PreferredBitDepth?.Y ?? GlfwHint.DontCare);
        GlfwNative.glfwWindowHint(GlfwHint.BlueBits, options.PreferredBitDepth?.Z ?? GlfwHint.DontCare);
        if (options.TransparentFramebuffer && options.PreferredBitDepth is { W: >= 0 } depth)
            GlfwNative.glfwWindowHint(GlfwHint.AlphaBits, depth.W);
        GlfwNative.glfwWindowHint(GlfwHint.Samples, options.Samples ?? GlfwHint.DontCare);
        GlfwNative.glfwWindowHint(GlfwHint.RefreshRate, options.VideoMode.RefreshRate ?? GlfwHint.DontCare);
    }
}
