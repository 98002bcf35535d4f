using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 112)]
public unsafe partial struct ImFont
{
    [FieldOffset(20)] public float FontSize;
    [FieldOffset(92)] public float Scale;
    [FieldOffset(96)] public float Ascent;
    [FieldOffset(100)] public float Descent;
    [FieldOffset(16)] public float FallbackAdvanceX;
    [FieldOffset(64)] public ImFontAtlas* ContainerAtlas;
}
