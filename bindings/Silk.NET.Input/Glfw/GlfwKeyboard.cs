using System.Runtime.InteropServices;
using System.Text;
using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Input.Glfw;

internal sealed class GlfwKeyboard(nint window) : IKeyboard
{
    private const int Release = 0, Press = 1;
    private static readonly Key[] Keys = Enum.GetValues<Key>().Where(key => key != Key.Unknown).Distinct().ToArray();
    private readonly HashSet<int> _scancodes = [];

    public event Action<IKeyboard, Key, int>? KeyDown;
    public event Action<IKeyboard, Key, int>? KeyUp;
    public event Action<IKeyboard, char>? KeyChar;

    public string Name => "Keyboard";
    public int Index => 0;
    public bool IsConnected => true;
    public IReadOnlyList<Key> SupportedKeys => Keys;

    public string ClipboardText
    {
        get => Marshal.PtrToStringUTF8(GlfwNative.glfwGetClipboardString(window)) ?? string.Empty;
        set => GlfwNative.glfwSetClipboardString(window, value);
    }

    public bool IsKeyPressed(Key key) => key != Key.Unknown && GlfwNative.glfwGetKey(window, (int)key) == Press;
    public bool IsScancodePressed(int scancode) => _scancodes.Contains(scancode);

    // These call up the keyboard on a screen, and a desktop has a real one.
    public void BeginInput()
    {
    }

    public void EndInput()
    {
    }

    internal void OnKey(Key key, int scancode, int action)
    {
        switch (action)
        {
            case Press:
                _scancodes.Add(scancode);
                KeyDown?.Invoke(this, key, scancode);
                break;
            case Release:
                _scancodes.Remove(scancode);
                KeyUp?.Invoke(this, key, scancode);
                break;
        }
    }

    internal void OnCharacter(uint codepoint)
    {
        if (!Rune.TryCreate(codepoint, out var rune))
            return;
        Span<char> characters = stackalloc char[2];
        foreach (var character in characters[..rune.EncodeToUtf16(characters)])
            KeyChar?.Invoke(this, character);
    }
}
