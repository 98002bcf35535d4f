using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 20)]
public unsafe partial struct ImDrawVert
{
    [FieldOffset(0)] public Vector2 pos;
    [FieldOffset(8)] public Vector2 uv;
    [FieldOffset(16)] public uint col;
}
