using Silk.NET.Core.Contexts;

namespace Silk.NET.Windowing.Glfw;

internal sealed class GlfwNativeWindow(nint window) : INativeWindow
{
    public NativeWindowFlags Kind => NativeWindowFlags.Glfw | NativeWindowFlags.X11;
    public (nint Display, nuint Window)? X11 => (GlfwNative.glfwGetX11Display(), GlfwNative.glfwGetX11Window(window));
    public nint? Glfw => window;
    public nint? Cocoa => null;
    public (nint Display, nint Surface)? Wayland => null;
    public nint? WinRT => null;
    public (nint Hwnd, nint HDC, nint HInstance)? Win32 => null;
    public nint? Sdl => null;
}
