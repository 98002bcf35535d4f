namespace ImGuiNET;

public unsafe partial struct ImGuiIOPtr
{
    public void AddFocusEvent(bool focused) => Native.ImGuiIO_AddFocusEvent(NativePtr, focused);
    public void AddInputCharacter(uint c) => Native.ImGuiIO_AddInputCharacter(NativePtr, c);
    public void AddInputCharacterUTF16(ushort c) => Native.ImGuiIO_AddInputCharacter(NativePtr, c);

    public void AddInputCharactersUTF8(string str)
    {
        foreach (var rune in str.EnumerateRunes())
            AddInputCharacter((uint)rune.Value);
    }

    public void AddKeyEvent(ImGuiKey key, bool down) => Native.ImGuiIO_AddKeyEvent(NativePtr, key, down);
    public void AddMouseButtonEvent(int button, bool down) => Native.ImGuiIO_AddMouseButtonEvent(NativePtr, button, down);
    public void AddMousePosEvent(float x, float y) => Native.ImGuiIO_AddMousePosEvent(NativePtr, x, y);
    public void AddMouseWheelEvent(float wheel_x, float wheel_y) => Native.ImGuiIO_AddMouseWheelEvent(NativePtr, wheel_x, wheel_y);
    public void ClearEventsQueue() => Native.ImGuiIO_ClearEventsQueue(NativePtr);
    public void ClearInputKeys() => Native.ImGuiIO_ClearInputKeys(NativePtr);
}
