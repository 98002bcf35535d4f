namespace Silk.NET.Core.Contexts;

public interface INativeWindow
{
    NativeWindowFlags Kind { get; }
    (nint Display, nuint Window)? X11 { get; }
    nint? Cocoa { get; }
    (nint Display, nint Surface)? Wayland { get; }
    nint? WinRT { get; }
    (nint Hwnd, nint HDC, nint HInstance)? Win32 { get; }
    nint? Glfw { get; }
    nint? Sdl { get; }
}
