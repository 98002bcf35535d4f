namespace ImGuiNET;

public unsafe partial struct ImFontPtr
{
    public bool IsLoaded() => Native.ImFont_IsLoaded(NativePtr);
    public float GetCharAdvance(ushort c) => Native.ImFont_GetCharAdvance(NativePtr, c);
}
