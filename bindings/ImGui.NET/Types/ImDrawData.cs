using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86, where CmdLists is a plain array of pointers.
[StructLayout(LayoutKind.Sequential)]
public unsafe partial struct ImDrawData
{
    public bool Valid;
    public int CmdListsCount;
    public int TotalIdxCount;
    public int TotalVtxCount;
    internal ImDrawList** Lists;
    public Vector2 DisplayPos;
    public Vector2 DisplaySize;
    public Vector2 FramebufferScale;
}
