namespace ImGuiNET;

public unsafe partial struct ImGuiPayloadPtr
{
    public bool IsDataType(string type) => Native.ImGuiPayload_IsDataType(NativePtr, type);
    public bool IsPreview() => Native.ImGuiPayload_IsPreview(NativePtr);
    public bool IsDelivery() => Native.ImGuiPayload_IsDelivery(NativePtr);
}
