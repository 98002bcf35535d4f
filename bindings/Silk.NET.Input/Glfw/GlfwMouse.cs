using System.Numerics;
using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Input.Glfw;

internal sealed class GlfwMouse(nint window) : IMouse
{
    private const int Release = 0, Press = 1, ButtonCount = 8;
    private static readonly MouseButton[] Buttons = Enumerable.Range(0, ButtonCount).Select(i => (MouseButton)i).ToArray();
    private readonly ScrollWheel[] _wheels = new ScrollWheel[1];
    private readonly GlfwCursor _cursor = new(window);

    public event Action<IMouse, MouseButton>? MouseDown;
    public event Action<IMouse, MouseButton>? MouseUp;
    public event Action<IMouse, Vector2>? MouseMove;
    public event Action<IMouse, ScrollWheel>? Scroll;

    public string Name => "Mouse";
    public int Index => 0;
    public bool IsConnected => true;
    public IReadOnlyList<MouseButton> SupportedButtons => Buttons;
    public IReadOnlyList<ScrollWheel> ScrollWheels => _wheels;
    public ICursor Cursor => _cursor;

    public Vector2 Position
    {
        get
        {
            GlfwNative.glfwGetCursorPos(window, out var x, out var y);
            return new Vector2((float)x, (float)y);
        }
        set => GlfwNative.glfwSetCursorPos(window, value.X, value.Y);
    }

    public bool IsButtonPressed(MouseButton btn) => (uint)btn < ButtonCount && GlfwNative.glfwGetMouseButton(window, (int)btn) == Press;

    internal void ForgetScroll() => _wheels[0] = default;

    internal void OnButton(MouseButton button, int action)
    {
        if (action == Press)
            MouseDown?.Invoke(this, button);
        else if (action == Release)
            MouseUp?.Invoke(this, button);
    }

    internal void OnMove(Vector2 position) => MouseMove?.Invoke(this, position);

    internal void OnScroll(float x, float y)
    {
        // The wheel holds what was scrolled since the last time that events were asked for.
        _wheels[0] = new ScrollWheel(_wheels[0].X + x, _wheels[0].Y + y);
        Scroll?.Invoke(this, new ScrollWheel(x, y));
    }

    internal void ReleaseCursor() => _cursor.Release();
}
