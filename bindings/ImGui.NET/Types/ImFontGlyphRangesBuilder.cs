using System.Runtime.InteropServices;

namespace ImGuiNET;

[StructLayout(LayoutKind.Sequential)]
public partial struct ImFontGlyphRangesBuilder
{
    public ImVector UsedChars;
}
