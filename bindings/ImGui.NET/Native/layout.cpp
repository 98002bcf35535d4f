#include "shim.h"

API void igAlignTextToFramePadding() { ImGui::AlignTextToFramePadding(); }
API void igBeginDisabled(bool disabled) { ImGui::BeginDisabled(disabled); }
API void igBeginGroup() { ImGui::BeginGroup(); }
API float igCalcItemWidth() { return ImGui::CalcItemWidth(); }
API void igDummy(ImVec2 size) { ImGui::Dummy(size); }
API void igEndDisabled() { ImGui::EndDisabled(); }
API void igEndGroup() { ImGui::EndGroup(); }
API void igGetCursorPos(ImVec2* result) { *result = ImGui::GetCursorPos(); }
API float igGetCursorPosX() { return ImGui::GetCursorPosX(); }
API float igGetCursorPosY() { return ImGui::GetCursorPosY(); }
API void igGetCursorScreenPos(ImVec2* result) { *result = ImGui::GetCursorScreenPos(); }
API void igGetCursorStartPos(ImVec2* result) { *result = ImGui::GetCursorStartPos(); }
API float igGetFrameHeight() { return ImGui::GetFrameHeight(); }
API float igGetFrameHeightWithSpacing() { return ImGui::GetFrameHeightWithSpacing(); }
API unsigned int igGetID_Str(const char* str_id) { return ImGui::GetID(str_id); }
API unsigned int igGetID_Ptr(void* ptr_id) { return ImGui::GetID(ptr_id); }
API unsigned int igGetID_Int(int int_id) { return ImGui::GetCurrentWindow()->GetID(int_id); }
API float igGetTextLineHeight() { return ImGui::GetTextLineHeight(); }
API float igGetTextLineHeightWithSpacing() { return ImGui::GetTextLineHeightWithSpacing(); }
API void igIndent(float indent_w) { ImGui::Indent(indent_w); }
API void igNewLine() { ImGui::NewLine(); }
API void igPopClipRect() { ImGui::PopClipRect(); }
API void igPopFont() { ImGui::PopFont(); }
API void igPopID() { ImGui::PopID(); }
API void igPopItemWidth() { ImGui::PopItemWidth(); }
API void igPopTextWrapPos() { ImGui::PopTextWrapPos(); }
API void igPushClipRect(ImVec2 clip_rect_min, ImVec2 clip_rect_max, bool intersect_with_current_clip_rect) { ImGui::PushClipRect(clip_rect_min, clip_rect_max, intersect_with_current_clip_rect); }
API void igPushFont(ImFont* font) { ImGui::PushFont(font); }
API void igPushID_Str(const char* str_id) { ImGui::PushID(str_id); }
API void igPushID_Ptr(void* ptr_id) { ImGui::PushID(ptr_id); }
API void igPushID_Int(int int_id) { ImGui::PushID(int_id); }
API void igPushItemWidth(float item_width) { ImGui::PushItemWidth(item_width); }
API void igPushTextWrapPos(float wrap_local_pos_x) { ImGui::PushTextWrapPos(wrap_local_pos_x); }
API void igSameLine(float offset_from_start_x, float spacing) { ImGui::SameLine(offset_from_start_x, spacing); }
API void igSetCursorPos(ImVec2 local_pos) { ImGui::SetCursorPos(local_pos); }
API void igSetCursorPosX(float local_x) { ImGui::SetCursorPosX(local_x); }
API void igSetCursorPosY(float local_y) { ImGui::SetCursorPosY(local_y); }
API void igSetCursorScreenPos(ImVec2 pos) { ImGui::SetCursorScreenPos(pos); }
API void igSetNextItemWidth(float item_width) { ImGui::SetNextItemWidth(item_width); }
API void igSpacing() { ImGui::Spacing(); }
API void igUnindent(float indent_w) { ImGui::Unindent(indent_w); }
