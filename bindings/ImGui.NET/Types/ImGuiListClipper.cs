using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 32)]
public unsafe partial struct ImGuiListClipper
{
    [FieldOffset(0)] public int DisplayStart;
    [FieldOffset(4)] public int DisplayEnd;
    [FieldOffset(8)] public int ItemsCount;
    [FieldOffset(12)] public float ItemsHeight;
    [FieldOffset(16)] public float StartPosY;
}
