namespace ImGuiNET;

/// <summary>The raw functions that make and free native objects.</summary>
public static unsafe partial class ImGuiNative
{
    public static ImFontConfig* ImFontConfig_ImFontConfig() => Native.ImFontConfig_ImFontConfig();
    public static void ImFontConfig_destroy(ImFontConfig* self) => Native.ImFontConfig_destroy(self);
    public static ImFontGlyphRangesBuilder* ImFontGlyphRangesBuilder_ImFontGlyphRangesBuilder() => Native.ImFontGlyphRangesBuilder_ImFontGlyphRangesBuilder();
    public static void ImFontGlyphRangesBuilder_destroy(ImFontGlyphRangesBuilder* self) => Native.ImFontGlyphRangesBuilder_destroy(self);
    public static ImGuiListClipper* ImGuiListClipper_ImGuiListClipper() => Native.ImGuiListClipper_ImGuiListClipper();
    public static void ImGuiListClipper_destroy(ImGuiListClipper* self) => Native.ImGuiListClipper_destroy(self);
}
