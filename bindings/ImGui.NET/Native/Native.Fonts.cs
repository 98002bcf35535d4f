using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial ImFontConfig* ImFontConfig_ImFontConfig();

    [LibraryImport(Library)]
    internal static partial void ImFontConfig_destroy(ImFontConfig* self);

    [LibraryImport(Library)]
    internal static partial ImFont* ImFontAtlas_AddFontDefault(ImFontAtlas* self, ImFontConfig* font_cfg);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImFont* ImFontAtlas_AddFontFromFileTTF(ImFontAtlas* self, string filename, float size_pixels, ImFontConfig* font_cfg, IntPtr glyph_ranges);

    [LibraryImport(Library)]
    internal static partial ImFont* ImFontAtlas_AddFontFromMemoryTTF(ImFontAtlas* self, IntPtr font_data, int font_data_size, float size_pixels, ImFontConfig* font_cfg, IntPtr glyph_ranges);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool ImFontAtlas_Build(ImFontAtlas* self);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool ImFontAtlas_IsBuilt(ImFontAtlas* self);

    [LibraryImport(Library)]
    internal static partial void ImFontAtlas_Clear(ImFontAtlas* self);

    [LibraryImport(Library)]
    internal static partial void ImFontAtlas_ClearFonts(ImFontAtlas* self);

    [LibraryImport(Library)]
    internal static partial void ImFontAtlas_ClearTexData(ImFontAtlas* self);

    [LibraryImport(Library)]
    internal static partial void ImFontAtlas_SetTexID(ImFontAtlas* self, IntPtr id);

    [LibraryImport(Library)]
    internal static partial IntPtr ImFontAtlas_GetGlyphRangesDefault(ImFontAtlas* self);

    [LibraryImport(Library)]
    internal static partial IntPtr ImFontAtlas_GetGlyphRangesGreek(ImFontAtlas* self);

    [LibraryImport(Library)]
    internal static partial IntPtr ImFontAtlas_GetGlyphRangesCyrillic(ImFontAtlas* self);

    [LibraryImport(Library)]
    internal static partial void ImFontAtlas_GetTexDataAsRGBA32(ImFontAtlas* self, out byte* pixels, out int width, out int height, out int bytes_per_pixel);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool ImFont_IsLoaded(ImFont* self);

    [LibraryImport(Library)]
    internal static partial float ImFont_GetCharAdvance(ImFont* self, ushort c);

    [LibraryImport(Library)]
    internal static partial ImFontGlyphRangesBuilder* ImFontGlyphRangesBuilder_ImFontGlyphRangesBuilder();

    [LibraryImport(Library)]
    internal static partial void ImFontGlyphRangesBuilder_destroy(ImFontGlyphRangesBuilder* self);

    [LibraryImport(Library)]
    internal static partial void ImFontGlyphRangesBuilder_AddChar(ImFontGlyphRangesBuilder* self, ushort c);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImFontGlyphRangesBuilder_AddText(ImFontGlyphRangesBuilder* self, string text);

    [LibraryImport(Library)]
    internal static partial void ImFontGlyphRangesBuilder_AddRanges(ImFontGlyphRangesBuilder* self, IntPtr ranges);

    [LibraryImport(Library)]
    internal static partial void ImFontGlyphRangesBuilder_BuildRanges(ImFontGlyphRangesBuilder* self, out ImVector out_ranges);
}
