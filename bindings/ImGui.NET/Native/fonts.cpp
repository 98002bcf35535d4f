#include "shim.h"

#include <cstdio>
#include <new>

namespace
{
    const ImWchar* Ranges(const void* ranges) { return static_cast<const ImWchar*>(ranges); }
}

API ImFontConfig* ImFontConfig_ImFontConfig() { return IM_NEW(ImFontConfig)(); }
API void ImFontConfig_destroy(ImFontConfig* self) { IM_DELETE(self); }

API ImFont* ImFontAtlas_AddFontDefault(ImFontAtlas* self, const ImFontConfig* font_cfg) { return self->AddFontDefault(font_cfg); }

// Dear ImGui stops the program where it cannot read a font file; a null font is something that the caller can act on.
API ImFont* ImFontAtlas_AddFontFromFileTTF(ImFontAtlas* self, const char* filename, float size_pixels, const ImFontConfig* font_cfg, const void* glyph_ranges)
{
    std::FILE* file = filename ? std::fopen(filename, "rb") : nullptr;
    if (!file)
        return nullptr;
    std::fclose(file);
    return self->AddFontFromFileTTF(filename, size_pixels, font_cfg, Ranges(glyph_ranges));
}

API ImFont* ImFontAtlas_AddFontFromMemoryTTF(ImFontAtlas* self, void* font_data, int font_data_size, float size_pixels, const ImFontConfig* font_cfg, const void* glyph_ranges)
{
    return self->AddFontFromMemoryTTF(font_data, font_data_size, size_pixels, font_cfg, Ranges(glyph_ranges));
}

API bool ImFontAtlas_Build(ImFontAtlas* self) { return self->Build(); }
API bool ImFontAtlas_IsBuilt(ImFontAtlas* self) { return self->IsBuilt(); }
API void ImFontAtlas_Clear(ImFontAtlas* self) { self->Clear(); }
API void ImFontAtlas_ClearFonts(ImFontAtlas* self) { self->ClearFonts(); }
API void ImFontAtlas_ClearTexData(ImFontAtlas* self) { self->ClearTexData(); }
API void ImFontAtlas_SetTexID(ImFontAtlas* self, void* id) { self->SetTexID(id); }
API const void* ImFontAtlas_GetGlyphRangesDefault(ImFontAtlas* self) { return self->GetGlyphRangesDefault(); }
API const void* ImFontAtlas_GetGlyphRangesCyrillic(ImFontAtlas* self) { return self->GetGlyphRangesCyrillic(); }

API const void* ImFontAtlas_GetGlyphRangesGreek(ImFontAtlas*)
{
    // Latin and Greek, as pairs of first and last, ended by zero; 1.86 has no such list of its own.
    static const ImWchar greek[] = { 0x0020, 0x00ff, 0x0370, 0x03ff, 0 };
    return greek;
}

API void ImFontAtlas_GetTexDataAsRGBA32(ImFontAtlas* self, unsigned char** pixels, int* width, int* height, int* bytes_per_pixel)
{
    self->GetTexDataAsRGBA32(pixels, width, height, bytes_per_pixel);
}

API bool ImFont_IsLoaded(ImFont* self) { return self->IsLoaded(); }
API float ImFont_GetCharAdvance(ImFont* self, unsigned short c) { return self->GetCharAdvance(c); }

API ImFontGlyphRangesBuilder* ImFontGlyphRangesBuilder_ImFontGlyphRangesBuilder() { return IM_NEW(ImFontGlyphRangesBuilder)(); }
API void ImFontGlyphRangesBuilder_destroy(ImFontGlyphRangesBuilder* self) { IM_DELETE(self); }
API void ImFontGlyphRangesBuilder_AddChar(ImFontGlyphRangesBuilder* self, unsigned short c) { self->AddChar(c); }
API void ImFontGlyphRangesBuilder_AddText(ImFontGlyphRangesBuilder* self, const char* text) { self->AddText(text); }
API void ImFontGlyphRangesBuilder_AddRanges(ImFontGlyphRangesBuilder* self, const void* ranges) { self->AddRanges(Ranges(ranges)); }

// The caller owns what out_ranges points to, and leaves it to the end of the program: the atlas reads it while it builds.
API void ImFontGlyphRangesBuilder_BuildRanges(ImFontGlyphRangesBuilder* self, ImVector<ImWchar>* out_ranges)
{
    new (static_cast<void*>(out_ranges)) ImVector<ImWchar>();
    self->BuildRanges(out_ranges);
}
