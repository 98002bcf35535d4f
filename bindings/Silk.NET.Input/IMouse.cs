using System.Numerics;

namespace Silk.NET.Input;

public interface IMouse : IInputDevice
{
    IReadOnlyList<MouseButton> SupportedButtons { get; }
    IReadOnlyList<ScrollWheel> ScrollWheels { get; }
    Vector2 Position { get; set; }
    ICursor Cursor { get; }

    event Action<IMouse, MouseButton>? MouseDown;
    event Action<IMouse, MouseButton>? MouseUp;
    event Action<IMouse, Vector2>? MouseMove;
    event Action<IMouse, ScrollWheel>? Scroll;

    bool IsButtonPressed(MouseButton btn);
}
