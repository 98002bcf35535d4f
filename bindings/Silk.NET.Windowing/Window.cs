using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Windowing;

public static class Window
{
    public static string DefaultWindowClass => System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name ?? "Silk.NET";

    /// <exception cref="PlatformNotSupportedException">GLFW is not installed.</exception>
    /// <exception cref="GLFW.GlfwException">GLFW has no display to work on.</exception>
    public static IWindow Create(WindowOptions options)
    {
        GlfwLibrary.EnsureInitialized();
        return new GlfwWindow(options);
    }
}
