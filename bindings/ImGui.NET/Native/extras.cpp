// Functions whose shape differs too much between the versions, or that need more than a call.
#include "shim.h"
#include "flags.h"

API bool igInputText(const char* label, char* buf, size_t size, int flags) { return ImGui::InputText(label, buf, size, InputTextFlags(flags)); }

API bool igInputTextMultiline(const char* label, char* buf, size_t buf_size, ImVec2 size, int flags)
{
    return ImGui::InputTextMultiline(label, buf, buf_size, size, InputTextFlags(flags));
}

API bool igInputTextWithHint(const char* label, const char* hint, char* buf, size_t size, int flags)
{
    return ImGui::InputTextWithHint(label, hint, buf, size, InputTextFlags(flags));
}

API void igCalcTextSize(ImVec2* result, const char* text, bool hide_text_after_double_hash, float wrap_width)
{
    *result = ImGui::CalcTextSize(text, nullptr, hide_text_after_double_hash, wrap_width);
}

API bool igImageButton(const char* id, void* texture, ImVec2 size, ImVec2 uv0, ImVec2 uv1, ImVec4 background, ImVec4 tint)
{
    return ImGui::ImageButtonEx(ImGui::GetCurrentWindow()->GetID(id), texture, size, uv0, uv1, ImGui::GetStyle().FramePadding, background, tint);
}

API bool igColorPicker4(const char* label, float* col, int flags, const float* ref_col) { return ImGui::ColorPicker4(label, col, flags, ref_col); }

API bool igListBox_Str_arr(const char* label, int* current_item, const char* const* items, int items_count, int height_in_items)
{
    return ImGui::ListBox(label, current_item, items, items_count, height_in_items);
}

API void ImDrawList_AddText_Vec2(ImDrawList* self, ImVec2 pos, unsigned int col, const char* text) { self->AddText(pos, col, text); }

API void ImDrawList_AddText_FontPtr(ImDrawList* self, const ImFont* font, float font_size, ImVec2 pos, unsigned int col, const char* text, float wrap_width)
{
    self->AddText(font, font_size, pos, col, text, nullptr, wrap_width);
}

API void ImDrawData_ScaleClipRects(ImDrawData* self, ImVec2 fb_scale) { self->ScaleClipRects(fb_scale); }

API bool ImGuiPayload_IsDataType(ImGuiPayload* self, const char* type) { return self->IsDataType(type); }
API bool ImGuiPayload_IsPreview(ImGuiPayload* self) { return self->IsPreview(); }
API bool ImGuiPayload_IsDelivery(ImGuiPayload* self) { return self->IsDelivery(); }

API ImGuiListClipper* ImGuiListClipper_ImGuiListClipper() { return IM_NEW(ImGuiListClipper)(); }
API void ImGuiListClipper_destroy(ImGuiListClipper* self) { IM_DELETE(self); }
API void ImGuiListClipper_Begin(ImGuiListClipper* self, int items_count, float items_height) { self->Begin(items_count, items_height); }
API void ImGuiListClipper_End(ImGuiListClipper* self) { self->End(); }
API bool ImGuiListClipper_Step(ImGuiListClipper* self) { return self->Step(); }
