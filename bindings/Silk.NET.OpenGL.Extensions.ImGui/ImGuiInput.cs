using System.Numerics;
using ImGuiNET;
using Silk.NET.Input;
using Silk.NET.Windowing;

namespace Silk.NET.OpenGL.Extensions.ImGui;

/// <summary>Passes the events of the devices on to Dear ImGui's queue.</summary>
internal sealed class ImGuiInput : IDisposable
{
    private readonly IView _view;
    private readonly IInputContext _input;
    private readonly ImGuiIOPtr _io;
    private char _highSurrogate;

    internal ImGuiInput(IView view, IInputContext input, ImGuiIOPtr io)
    {
        (_view, _input, _io) = (view, input, io);
        foreach (var mouse in input.Mice)
        {
            mouse.MouseDown += OnMouseDown;
            mouse.MouseUp += OnMouseUp;
            mouse.MouseMove += OnMouseMove;
            mouse.Scroll += OnScroll;
        }
        foreach (var keyboard in input.Keyboards)
        {
            keyboard.KeyDown += OnKeyDown;
            keyboard.KeyUp += OnKeyUp;
            keyboard.KeyChar += OnCharacter;
        }
        view.FocusChanged += OnFocus;
    }

    public void Dispose()
    {
        foreach (var mouse in _input.Mice)
        {
            mouse.MouseDown -= OnMouseDown;
            mouse.MouseUp -= OnMouseUp;
            mouse.MouseMove -= OnMouseMove;
            mouse.Scroll -= OnScroll;
        }
        foreach (var keyboard in _input.Keyboards)
        {
            keyboard.KeyDown -= OnKeyDown;
            keyboard.KeyUp -= OnKeyUp;
            keyboard.KeyChar -= OnCharacter;
        }
        _view.FocusChanged -= OnFocus;
    }

    private void OnMouseDown(IMouse mouse, MouseButton button) => OnButton(mouse, button, true);
    private void OnMouseUp(IMouse mouse, MouseButton button) => OnButton(mouse, button, false);

    private void OnButton(IMouse mouse, MouseButton button, bool down)
    {
        // Silk.NET and Dear ImGui number left, right, middle and the two others alike.
        if (button is < MouseButton.Left or > MouseButton.Button5)
            return;
        OnMouseMove(mouse, mouse.Position);
        _io.AddMouseButtonEvent((int)button, down);
    }

    private void OnMouseMove(IMouse mouse, Vector2 position) => _io.AddMousePosEvent(position.X, position.Y);
    private void OnScroll(IMouse mouse, ScrollWheel wheel) => _io.AddMouseWheelEvent(wheel.X, wheel.Y);
    private void OnKeyDown(IKeyboard keyboard, Key key, int scancode) => OnKey(key, true);
    private void OnKeyUp(IKeyboard keyboard, Key key, int scancode) => OnKey(key, false);

    private void OnKey(Key key, bool down)
    {
        if (ImGuiKeys.Modifier(key) is var modifier and not ImGuiKey.None)
            _io.AddKeyEvent(modifier, down);
        if (ImGuiKeys.Translate(key) is var translated and not ImGuiKey.None)
            _io.AddKeyEvent(translated, down);
    }

    private void OnCharacter(IKeyboard keyboard, char character)
    {
        if (char.IsHighSurrogate(character))
            _highSurrogate = character;
        else if (char.IsLowSurrogate(character) && _highSurrogate != 0)
            _io.AddInputCharacter((uint)char.ConvertToUtf32(_highSurrogate, character));
        else
            _io.AddInputCharacter(character);
    }

    private void OnFocus(bool focused) => _io.AddFocusEvent(focused);
}
