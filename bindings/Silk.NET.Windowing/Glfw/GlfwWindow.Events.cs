using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

internal sealed unsafe partial class GlfwWindow
{
    private static readonly ConcurrentDictionary<nint, GlfwWindow> Windows = new();
    private ExceptionDispatchInfo? _failure;

    public event Action<Vector2D<int>>? Resize;
    public event Action<Vector2D<int>>? FramebufferResize;
    public event Action<Vector2D<int>>? Move;
    public event Action<WindowState>? StateChanged;
    public event Action<string[]>? FileDrop;
    public event Action<bool>? FocusChanged;
    public event Action? Closing;

    /// <summary>Runs what a native event asks for. An exception must not cross GLFW: it is thrown when GLFW has returned.</summary>
    internal static void Dispatch(nint window, Action<GlfwWindow> action)
    {
        if (!Windows.TryGetValue(window, out var self))
            return;
        try
        {
            action(self);
        }
#pragma warning disable CA1031 // Thrown again by ThrowFromCallbacks.
        catch (Exception e)
#pragma warning restore CA1031
        {
            self._failure ??= ExceptionDispatchInfo.Capture(e);
        }
    }

    private void ThrowFromCallbacks()
    {
        var failure = _failure;
        _failure = null;
        failure?.Throw();
    }

    private void RaiseClosing() => Closing?.Invoke();

    private void RegisterCallbacks()
    {
        Windows[_window] = this;
        GlfwNative.glfwSetWindowPosCallback(_window, &OnMove);
        GlfwNative.glfwSetWindowSizeCallback(_window, &OnResize);
        GlfwNative.glfwSetFramebufferSizeCallback(_window, &OnFramebufferResize);
        GlfwNative.glfwSetWindowCloseCallback(_window, &OnClosing);
        GlfwNative.glfwSetWindowRefreshCallback(_window, &OnRefresh);
        GlfwNative.glfwSetWindowFocusCallback(_window, &OnFocus);
        GlfwNative.glfwSetWindowIconifyCallback(_window, &OnState);
        GlfwNative.glfwSetWindowMaximizeCallback(_window, &OnState);
        GlfwNative.glfwSetDropCallback(_window, &OnDrop);
    }

    private void UnregisterCallbacks() => Windows.TryRemove(_window, out _);

    private void Refresh()
    {
        if (_inRefresh || _onFrame is null)
            return;
        _inRefresh = true;
        try
        {
            _onFrame();
        }
        finally
        {
            _inRefresh = false;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnMove(nint window, int x, int y) => Dispatch(window, w => w.Move?.Invoke(new Vector2D<int>(x, y)));

    [UnmanagedCallersOnly]
    private static void OnResize(nint window, int width, int height) => Dispatch(window, w => w.Resize?.Invoke(new Vector2D<int>(width, height)));

    [UnmanagedCallersOnly]
    private static void OnFramebufferResize(nint window, int width, int height) => Dispatch(window, w => w.FramebufferResize?.Invoke(new Vector2D<int>(width, height)));

    [UnmanagedCallersOnly]
    private static void OnClosing(nint window) => Dispatch(window, w => w.RaiseClosing());

    [UnmanagedCallersOnly]
    private static void OnRefresh(nint window) => Dispatch(window, w => w.Refresh());

    [UnmanagedCallersOnly]
    private static void OnFocus(nint window, int focused) => Dispatch(window, w => w.FocusChanged?.Invoke(focused != 0));

    [UnmanagedCallersOnly]
    private static void OnState(nint window, int on) => Dispatch(window, w => w.StateChanged?.Invoke(w.WindowState));

    [UnmanagedCallersOnly]
    private static void OnDrop(nint window, int count, byte** paths)
    {
        // Read before anything else: GLFW frees them when this returns.
        var files = new string[count];
        for (var i = 0; i < count; i++)
            files[i] = Marshal.PtrToStringUTF8((nint)paths[i]) ?? string.Empty;
        Dispatch(window, w => w.FileDrop?.Invoke(files));
    }
}
