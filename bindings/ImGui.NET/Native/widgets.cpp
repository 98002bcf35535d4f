#include "shim.h"
#include "flags.h"

API bool igArrowButton(const char* str_id, int dir) { return ImGui::ArrowButton(str_id, dir); }
API bool igBeginCombo(const char* label, const char* preview_value, int flags) { return ImGui::BeginCombo(label, preview_value, flags); }
API bool igBeginListBox(const char* label, ImVec2 size) { return ImGui::BeginListBox(label, size); }
API bool igBeginTabBar(const char* str_id, int flags) { return ImGui::BeginTabBar(str_id, TabBarFlags(flags)); }
API bool igBeginTabItem(const char* label, bool* p_open, int flags) { return ImGui::BeginTabItem(label, p_open, flags); }
API bool igButton(const char* label, ImVec2 size) { return ImGui::Button(label, size); }
API bool igCheckbox(const char* label, bool* v) { return ImGui::Checkbox(label, v); }
API bool igCheckboxFlags_IntPtr(const char* label, int* flags, int flags_value) { return ImGui::CheckboxFlags(label, flags, flags_value); }
API bool igCollapsingHeader_TreeNodeFlags(const char* label, int flags) { return ImGui::CollapsingHeader(label, TreeNodeFlags(flags)); }
API bool igCollapsingHeader_BoolPtr(const char* label, bool* p_visible, int flags) { return ImGui::CollapsingHeader(label, p_visible, TreeNodeFlags(flags)); }
API bool igCombo_Str_arr(const char* label, int* current_item, const char* const* items, int items_count, int popup_max_height_in_items) { return ImGui::Combo(label, current_item, items, items_count, popup_max_height_in_items); }
API bool igCombo_Str(const char* label, int* current_item, const char* items_separated_by_zeros, int popup_max_height_in_items) { return ImGui::Combo(label, current_item, items_separated_by_zeros, popup_max_height_in_items); }
API void igEndCombo() { ImGui::EndCombo(); }
API void igEndListBox() { ImGui::EndListBox(); }
API void igEndTabBar() { ImGui::EndTabBar(); }
API void igEndTabItem() { ImGui::EndTabItem(); }
API float igGetTreeNodeToLabelSpacing() { return ImGui::GetTreeNodeToLabelSpacing(); }
API void igImage(void* user_texture_id, ImVec2 image_size, ImVec2 uv0, ImVec2 uv1, ImVec4 tint_col, ImVec4 border_col) { ImGui::Image(user_texture_id, image_size, uv0, uv1, tint_col, border_col); }
API bool igInvisibleButton(const char* str_id, ImVec2 size, int flags) { return ImGui::InvisibleButton(str_id, size, flags); }
API void igPlotHistogram_FloatPtr(const char* label, float* values, int values_count, int values_offset, const char* overlay_text, float scale_min, float scale_max, ImVec2 graph_size, int stride) { ImGui::PlotHistogram(label, values, values_count, values_offset, overlay_text, scale_min, scale_max, graph_size, stride); }
API void igPlotLines_FloatPtr(const char* label, float* values, int values_count, int values_offset, const char* overlay_text, float scale_min, float scale_max, ImVec2 graph_size, int stride) { ImGui::PlotLines(label, values, values_count, values_offset, overlay_text, scale_min, scale_max, graph_size, stride); }
API void igProgressBar(float fraction, ImVec2 size_arg, const char* overlay) { ImGui::ProgressBar(fraction, size_arg, overlay); }
API bool igRadioButton_Bool(const char* label, bool active) { return ImGui::RadioButton(label, active); }
API bool igRadioButton_IntPtr(const char* label, int* v, int v_button) { return ImGui::RadioButton(label, v, v_button); }
API bool igSelectable_Bool(const char* label, bool selected, int flags, ImVec2 size) { return ImGui::Selectable(label, selected, SelectableFlags(flags), size); }
API bool igSelectable_BoolPtr(const char* label, bool* p_selected, int flags, ImVec2 size) { return ImGui::Selectable(label, p_selected, SelectableFlags(flags), size); }
API void igSeparator() { ImGui::Separator(); }
API void igSetNextItemOpen(bool is_open, int cond) { ImGui::SetNextItemOpen(is_open, cond); }
API bool igSmallButton(const char* label) { return ImGui::SmallButton(label); }
API bool igTabItemButton(const char* label, int flags) { return ImGui::TabItemButton(label, flags); }
API bool igTreeNode_Str(const char* label) { return ImGui::TreeNode(label); }
API bool igTreeNode_StrStr(const char* str_id, const char* fmt) { return Text(fmt, [&](const char* text) { return ImGui::TreeNode(str_id, "%s", text); }); }
API bool igTreeNode_Ptr(void* ptr_id, const char* fmt) { return Text(fmt, [&](const char* text) { return ImGui::TreeNode(ptr_id, "%s", text); }); }
API bool igTreeNodeEx_Str(const char* label, int flags) { return ImGui::TreeNodeEx(label, TreeNodeFlags(flags)); }
API bool igTreeNodeEx_StrStr(const char* str_id, int flags, const char* fmt) { return Text(fmt, [&](const char* text) { return ImGui::TreeNodeEx(str_id, TreeNodeFlags(flags), "%s", text); }); }
API bool igTreeNodeEx_Ptr(void* ptr_id, int flags, const char* fmt) { return Text(fmt, [&](const char* text) { return ImGui::TreeNodeEx(ptr_id, TreeNodeFlags(flags), "%s", text); }); }
API void igTreePop() { ImGui::TreePop(); }
API void igTreePush_Str(const char* str_id) { ImGui::TreePush(str_id); }
API void igTreePush_Ptr(void* ptr_id) { ImGui::TreePush(ptr_id); }
