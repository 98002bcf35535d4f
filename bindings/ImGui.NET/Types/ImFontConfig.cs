using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 136)]
public unsafe partial struct ImFontConfig
{
    [FieldOffset(0)] public void* FontData;
    [FieldOffset(8)] public int FontDataSize;
    [FieldOffset(12)] public bool FontDataOwnedByAtlas;
    [FieldOffset(16)] public int FontNo;
    [FieldOffset(20)] public float SizePixels;
    [FieldOffset(24)] public int OversampleH;
    [FieldOffset(28)] public int OversampleV;
    [FieldOffset(32)] public bool PixelSnapH;
    [FieldOffset(36)] public Vector2 GlyphExtraSpacing;
    [FieldOffset(44)] public Vector2 GlyphOffset;
    [FieldOffset(56)] public ushort* GlyphRanges;
    [FieldOffset(64)] public float GlyphMinAdvanceX;
    [FieldOffset(68)] public float GlyphMaxAdvanceX;
    [FieldOffset(72)] public bool MergeMode;
    [FieldOffset(76)] public uint FontBuilderFlags;
    [FieldOffset(80)] public float RasterizerMultiply;
    [FieldOffset(84)] public ushort EllipsisChar;
    [FieldOffset(128)] public ImFont* DstFont;
}
