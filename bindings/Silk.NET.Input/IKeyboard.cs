namespace Silk.NET.Input;

public interface IKeyboard : IInputDevice
{
    IReadOnlyList<Key> SupportedKeys { get; }
    string ClipboardText { get; set; }

    event Action<IKeyboard, Key, int>? KeyDown;
    event Action<IKeyboard, Key, int>? KeyUp;
    event Action<IKeyboard, char>? KeyChar;

    bool IsKeyPressed(Key key);
    bool IsScancodePressed(int scancode);
    void BeginInput();
    void EndInput();
}
