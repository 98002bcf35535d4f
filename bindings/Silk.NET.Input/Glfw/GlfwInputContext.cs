using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Input.Glfw;

/// <summary>The keyboard and the mouse of one window.</summary>
internal sealed unsafe class GlfwInputContext : IInputContext
{
    private static readonly ConcurrentDictionary<nint, GlfwInputContext> Contexts = new();
    private readonly GlfwWindow _window;
    private readonly GlfwKeyboard _keyboard;
    private readonly GlfwMouse _mouse;
    private nint _handle;

    internal GlfwInputContext(GlfwWindow window)
    {
        _window = window;
        _handle = window.Handle;
        _keyboard = new GlfwKeyboard(_handle);
        _mouse = new GlfwMouse(_handle);
        Keyboards = [_keyboard];
        Mice = [_mouse];
        Contexts[_handle] = this;
        _window.EventsStarting += _mouse.ForgetScroll;
        _window.Destroying += Dispose;
        GlfwNative.glfwSetKeyCallback(_handle, &OnKey);
        GlfwNative.glfwSetCharCallback(_handle, &OnCharacter);
        GlfwNative.glfwSetMouseButtonCallback(_handle, &OnButton);
        GlfwNative.glfwSetCursorPosCallback(_handle, &OnMove);
        GlfwNative.glfwSetScrollCallback(_handle, &OnScroll);
    }

    public nint Handle => _handle;
    public IReadOnlyList<IKeyboard> Keyboards { get; }
    public IReadOnlyList<IMouse> Mice { get; }
    public IReadOnlyList<IInputDevice> OtherDevices => [];

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _handle, 0) is not (var handle and not 0))
            return;
        _window.EventsStarting -= _mouse.ForgetScroll;
        _window.Destroying -= Dispose;
        // A newer context of the same window keeps its callbacks.
        if (Contexts.TryRemove(new KeyValuePair<nint, GlfwInputContext>(handle, this)))
        {
            GlfwNative.glfwSetKeyCallback(handle, null);
            GlfwNative.glfwSetCharCallback(handle, null);
            GlfwNative.glfwSetMouseButtonCallback(handle, null);
            GlfwNative.glfwSetCursorPosCallback(handle, null);
            GlfwNative.glfwSetScrollCallback(handle, null);
        }
        _mouse.ReleaseCursor();
    }

    private static void Dispatch(nint window, Action<GlfwInputContext> action) => GlfwWindow.Dispatch(window, _ =>
    {
        if (Contexts.TryGetValue(window, out var context))
            action(context);
    });

    [UnmanagedCallersOnly]
    private static void OnKey(nint window, int key, int scancode, int action, int modifiers) => Dispatch(window, c => c._keyboard.OnKey((Key)key, scancode, action));

    [UnmanagedCallersOnly]
    private static void OnCharacter(nint window, uint codepoint) => Dispatch(window, c => c._keyboard.OnCharacter(codepoint));

    [UnmanagedCallersOnly]
    private static void OnButton(nint window, int button, int action, int modifiers) => Dispatch(window, c => c._mouse.OnButton((MouseButton)button, action));

    [UnmanagedCallersOnly]
    private static void OnMove(nint window, double x, double y) => Dispatch(window, c => c._mouse.OnMove(new Vector2((float)x, (float)y)));

    [UnmanagedCallersOnly]
    private static void OnScroll(nint window, double x, double y) => Dispatch(window, c => c._mouse.OnScroll((float)x, (float)y));
}
