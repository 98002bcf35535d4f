using System.Runtime.InteropServices;

namespace ImGuiNET;

// What follows Flags is private to Dear ImGui; lists are only ever seen through a pointer.
[StructLayout(LayoutKind.Sequential)]
public unsafe partial struct ImDrawList
{
    public ImVector CmdBuffer;
    public ImVector IdxBuffer;
    public ImVector VtxBuffer;
    public ImDrawListFlags Flags;
}
