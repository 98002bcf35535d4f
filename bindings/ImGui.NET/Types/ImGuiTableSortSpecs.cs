using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 16)]
public unsafe partial struct ImGuiTableSortSpecs
{
    [FieldOffset(0)] public ImGuiTableColumnSortSpecs* Specs;
    [FieldOffset(8)] public int SpecsCount;
    [FieldOffset(12)] public bool SpecsDirty;
}
