namespace ImGuiNET;

public unsafe partial struct ImFontAtlasPtr
{
    public ImFontPtr AddFontDefault() => AddFontDefault(default);
    public ImFontPtr AddFontDefault(ImFontConfigPtr font_cfg) => Native.ImFontAtlas_AddFontDefault(NativePtr, font_cfg);

    public ImFontPtr AddFontFromFileTTF(string filename, float size_pixels) => AddFontFromFileTTF(filename, size_pixels, default(ImFontConfigPtr));
    public ImFontPtr AddFontFromFileTTF(string filename, float size_pixels, ImFontConfigPtr font_cfg) => AddFontFromFileTTF(filename, size_pixels, font_cfg, IntPtr.Zero);
    public ImFontPtr AddFontFromFileTTF(string filename, float size_pixels, ImFontConfigPtr font_cfg, IntPtr glyph_ranges) =>
        Native.ImFontAtlas_AddFontFromFileTTF(NativePtr, filename, size_pixels, font_cfg, glyph_ranges);

    public ImFontPtr AddFontFromMemoryTTF(IntPtr font_data, int font_data_size, float size_pixels) => AddFontFromMemoryTTF(font_data, font_data_size, size_pixels, default(ImFontConfigPtr));
    public ImFontPtr AddFontFromMemoryTTF(IntPtr font_data, int font_data_size, float size_pixels, ImFontConfigPtr font_cfg) => AddFontFromMemoryTTF(font_data, font_data_size, size_pixels, font_cfg, IntPtr.Zero);
    public ImFontPtr AddFontFromMemoryTTF(IntPtr font_data, int font_data_size, float size_pixels, ImFontConfigPtr font_cfg, IntPtr glyph_ranges) =>
        Native.ImFontAtlas_AddFontFromMemoryTTF(NativePtr, font_data, font_data_size, size_pixels, font_cfg, glyph_ranges);

    public bool Build() => Native.ImFontAtlas_Build(NativePtr);
    public bool IsBuilt() => Native.ImFontAtlas_IsBuilt(NativePtr);
    public void Clear() => Native.ImFontAtlas_Clear(NativePtr);
    public void ClearFonts() => Native.ImFontAtlas_ClearFonts(NativePtr);
    public void ClearTexData() => Native.ImFontAtlas_ClearTexData(NativePtr);
    public void SetTexID(IntPtr id) => Native.ImFontAtlas_SetTexID(NativePtr, id);
    public IntPtr GetGlyphRangesDefault() => Native.ImFontAtlas_GetGlyphRangesDefault(NativePtr);
    public IntPtr GetGlyphRangesGreek() => Native.ImFontAtlas_GetGlyphRangesGreek(NativePtr);
    public IntPtr GetGlyphRangesCyrillic() => Native.ImFontAtlas_GetGlyphRangesCyrillic(NativePtr);

    public void GetTexDataAsRGBA32(out byte* out_pixels, out int out_width, out int out_height) => GetTexDataAsRGBA32(out out_pixels, out out_width, out out_height, out _);
    public void GetTexDataAsRGBA32(out byte* out_pixels, out int out_width, out int out_height, out int out_bytes_per_pixel) =>
        Native.ImFontAtlas_GetTexDataAsRGBA32(NativePtr, out out_pixels, out out_width, out out_height, out out_bytes_per_pixel);
    public void GetTexDataAsRGBA32(out IntPtr out_pixels, out int out_width, out int out_height) => GetTexDataAsRGBA32(out out_pixels, out out_width, out out_height, out _);

    public void GetTexDataAsRGBA32(out IntPtr out_pixels, out int out_width, out int out_height, out int out_bytes_per_pixel)
    {
        GetTexDataAsRGBA32(out byte* pixels, out out_width, out out_height, out out_bytes_per_pixel);
        out_pixels = (IntPtr)pixels;
    }
}
