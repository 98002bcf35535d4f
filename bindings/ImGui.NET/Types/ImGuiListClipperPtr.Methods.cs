namespace ImGuiNET;

public unsafe partial struct ImGuiListClipperPtr
{
    public void Begin(int items_count) => Begin(items_count, -1.0f);
    public void Begin(int items_count, float items_height) => Native.ImGuiListClipper_Begin(NativePtr, items_count, items_height);
    public void End() => Native.ImGuiListClipper_End(NativePtr);
    public bool Step() => Native.ImGuiListClipper_Step(NativePtr);
    public void Destroy() => Native.ImGuiListClipper_destroy(NativePtr);
}
