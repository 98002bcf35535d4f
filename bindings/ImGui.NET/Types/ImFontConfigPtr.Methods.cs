namespace ImGuiNET;

public unsafe partial struct ImFontConfigPtr
{
    public void Destroy() => Native.ImFontConfig_destroy(NativePtr);
}
