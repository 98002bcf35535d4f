using System.Runtime.InteropServices;

namespace ImGuiNET;

// In Dear ImGui 1.86 the direction is the low byte of a bit field, which is where the package has its enum, too.
[StructLayout(LayoutKind.Explicit, Size = 12)]
public partial struct ImGuiTableColumnSortSpecs
{
    [FieldOffset(0)] public uint ColumnUserID;
    [FieldOffset(4)] public short ColumnIndex;
    [FieldOffset(6)] public short SortOrder;
    [FieldOffset(8)] public ImGuiSortDirection SortDirection;
}
