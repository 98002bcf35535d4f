using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 56)]
public unsafe partial struct ImDrawCmd
{
    [FieldOffset(0)] public Vector4 ClipRect;
    [FieldOffset(16)] public IntPtr TextureId;
    [FieldOffset(24)] public uint VtxOffset;
    [FieldOffset(28)] public uint IdxOffset;
    [FieldOffset(32)] public uint ElemCount;
    [FieldOffset(40)] public IntPtr UserCallback;
    [FieldOffset(48)] public void* UserCallbackData;
}
