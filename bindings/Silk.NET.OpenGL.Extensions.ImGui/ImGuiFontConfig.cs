using ImGuiNET;

namespace Silk.NET.OpenGL.Extensions.ImGui;

public readonly struct ImGuiFontConfig
{
    public ImGuiFontConfig(string fontPath, int fontSize, Func<ImGuiIOPtr, IntPtr>? getGlyphRange = null)
    {
        ArgumentNullException.ThrowIfNull(fontPath);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fontSize);
        FontPath = fontPath;
        FontSize = fontSize;
        GetGlyphRange = getGlyphRange;
    }

    public string FontPath { get; }
    public int FontSize { get; }
    public Func<ImGuiIOPtr, IntPtr>? GetGlyphRange { get; }
}
