using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 1168)]
public unsafe partial struct ImFontAtlas
{
    [FieldOffset(0)] public ImFontAtlasFlags Flags;
    [FieldOffset(8)] public IntPtr TexID;
    [FieldOffset(16)] public int TexDesiredWidth;
    [FieldOffset(20)] public int TexGlyphPadding;
    [FieldOffset(48)] public int TexWidth;
    [FieldOffset(52)] public int TexHeight;
    [FieldOffset(56)] public Vector2 TexUvScale;
    [FieldOffset(64)] public Vector2 TexUvWhitePixel;
}
