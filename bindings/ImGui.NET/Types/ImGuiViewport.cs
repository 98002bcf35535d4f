using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 36)]
public unsafe partial struct ImGuiViewport
{
    [FieldOffset(0)] public ImGuiViewportFlags Flags;
    [FieldOffset(4)] public Vector2 Pos;
    [FieldOffset(12)] public Vector2 Size;
    [FieldOffset(20)] public Vector2 WorkPos;
    [FieldOffset(28)] public Vector2 WorkSize;
}
