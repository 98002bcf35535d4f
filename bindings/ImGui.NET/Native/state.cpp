#include "shim.h"
#include "flags.h"

API ImGuiPayload* igAcceptDragDropPayload(const char* type, int flags) { return const_cast<ImGuiPayload*>(ImGui::AcceptDragDropPayload(type, flags)); }
API bool igBeginDragDropSource(int flags) { return ImGui::BeginDragDropSource(flags); }
API bool igBeginDragDropTarget() { return ImGui::BeginDragDropTarget(); }
API unsigned int igColorConvertFloat4ToU32(ImVec4 in) { return ImGui::ColorConvertFloat4ToU32(in); }
API void igColorConvertHSVtoRGB(float h, float s, float v, float* out_r, float* out_g, float* out_b) { ImGui::ColorConvertHSVtoRGB(h, s, v, *out_r, *out_g, *out_b); }
API void igColorConvertRGBtoHSV(float r, float g, float b, float* out_h, float* out_s, float* out_v) { ImGui::ColorConvertRGBtoHSV(r, g, b, *out_h, *out_s, *out_v); }
API void igColorConvertU32ToFloat4(ImVec4* result, unsigned int in) { *result = ImGui::ColorConvertU32ToFloat4(in); }
API void igEndDragDropSource() { ImGui::EndDragDropSource(); }
API void igEndDragDropTarget() { ImGui::EndDragDropTarget(); }
API ImGuiPayload* igGetDragDropPayload() { return const_cast<ImGuiPayload*>(ImGui::GetDragDropPayload()); }
API void igGetItemRectMax(ImVec2* result) { *result = ImGui::GetItemRectMax(); }
API void igGetItemRectMin(ImVec2* result) { *result = ImGui::GetItemRectMin(); }
API void igGetItemRectSize(ImVec2* result) { *result = ImGui::GetItemRectSize(); }
API int igGetMouseCursor() { return ImGui::GetMouseCursor(); }
API void igGetMouseDragDelta(ImVec2* result, int button, float lock_threshold) { *result = ImGui::GetMouseDragDelta(button, lock_threshold); }
API void igGetMousePos(ImVec2* result) { *result = ImGui::GetMousePos(); }
API bool igIsAnyItemActive() { return ImGui::IsAnyItemActive(); }
API bool igIsAnyItemFocused() { return ImGui::IsAnyItemFocused(); }
API bool igIsAnyItemHovered() { return ImGui::IsAnyItemHovered(); }
API bool igIsAnyMouseDown() { return ImGui::IsAnyMouseDown(); }
API bool igIsItemActivated() { return ImGui::IsItemActivated(); }
API bool igIsItemActive() { return ImGui::IsItemActive(); }
API bool igIsItemClicked(int mouse_button) { return ImGui::IsItemClicked(mouse_button); }
API bool igIsItemDeactivated() { return ImGui::IsItemDeactivated(); }
API bool igIsItemDeactivatedAfterEdit() { return ImGui::IsItemDeactivatedAfterEdit(); }
API bool igIsItemEdited() { return ImGui::IsItemEdited(); }
API bool igIsItemFocused() { return ImGui::IsItemFocused(); }
API bool igIsItemHovered(int flags) { return ImGui::IsItemHovered(HoveredFlags(flags)); }
API bool igIsItemToggledOpen() { return ImGui::IsItemToggledOpen(); }
API bool igIsItemVisible() { return ImGui::IsItemVisible(); }
API bool igIsKeyDown_Nil(int key) { return IsKeyDown(key); }
API bool igIsKeyPressed_Bool(int key, bool repeat) { return IsKeyPressed(key, repeat); }
API bool igIsKeyReleased_Nil(int key) { return IsKeyReleased(key); }
API bool igIsMouseClicked_Bool(int button, bool repeat) { return ImGui::IsMouseClicked(button, repeat); }
API bool igIsMouseDoubleClicked_Nil(int button) { return ImGui::IsMouseDoubleClicked(button); }
API bool igIsMouseDown_Nil(int button) { return ImGui::IsMouseDown(button); }
API bool igIsMouseDragging(int button, float lock_threshold) { return ImGui::IsMouseDragging(button, lock_threshold); }
API bool igIsMouseHoveringRect(ImVec2 r_min, ImVec2 r_max, bool clip) { return ImGui::IsMouseHoveringRect(r_min, r_max, clip); }
API bool igIsMouseReleased_Nil(int button) { return ImGui::IsMouseReleased(button); }
API bool igIsRectVisible_Nil(ImVec2 size) { return ImGui::IsRectVisible(size); }
API bool igIsRectVisible_Vec2(ImVec2 rect_min, ImVec2 rect_max) { return ImGui::IsRectVisible(rect_min, rect_max); }
API void igResetMouseDragDelta(int button) { ImGui::ResetMouseDragDelta(button); }
API bool igSetDragDropPayload(const char* type, void* data, unsigned int sz, int cond) { return ImGui::SetDragDropPayload(type, data, sz, cond); }
API void igSetItemDefaultFocus() { ImGui::SetItemDefaultFocus(); }
API void igSetKeyboardFocusHere(int offset) { ImGui::SetKeyboardFocusHere(offset); }
API void igSetMouseCursor(int cursor_type) { ImGui::SetMouseCursor(cursor_type); }
