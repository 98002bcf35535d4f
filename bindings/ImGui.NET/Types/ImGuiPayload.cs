using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 64)]
public unsafe partial struct ImGuiPayload
{
    [FieldOffset(0)] public void* Data;
    [FieldOffset(8)] public int DataSize;
    [FieldOffset(12)] public uint SourceId;
    [FieldOffset(16)] public uint SourceParentId;
    [FieldOffset(20)] public int DataFrameCount;
    [FieldOffset(57)] public bool Preview;
    [FieldOffset(58)] public bool Delivery;
}
