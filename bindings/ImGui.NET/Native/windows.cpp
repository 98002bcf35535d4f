#include "shim.h"
#include "flags.h"

API bool igBegin(const char* name, bool* p_open, int flags) { return ImGui::Begin(name, p_open, WindowFlags(flags)); }
API bool igBeginChild_Str(const char* str_id, ImVec2 size, int child_flags, int window_flags) { return BeginChildWindow(str_id, size, child_flags, window_flags); }
API bool igBeginChild_ID(unsigned int id, ImVec2 size, int child_flags, int window_flags) { return BeginChildWindow(id, size, child_flags, window_flags); }
API void igEnd() { ImGui::End(); }
API void igEndChild() { ImGui::EndChild(); }
API void igGetContentRegionAvail(ImVec2* result) { *result = ImGui::GetContentRegionAvail(); }
API float igGetScrollMaxX() { return ImGui::GetScrollMaxX(); }
API float igGetScrollMaxY() { return ImGui::GetScrollMaxY(); }
API float igGetScrollX() { return ImGui::GetScrollX(); }
API float igGetScrollY() { return ImGui::GetScrollY(); }
API ImDrawList* igGetWindowDrawList() { return ImGui::GetWindowDrawList(); }
API float igGetWindowHeight() { return ImGui::GetWindowHeight(); }
API void igGetWindowPos(ImVec2* result) { *result = ImGui::GetWindowPos(); }
API void igGetWindowSize(ImVec2* result) { *result = ImGui::GetWindowSize(); }
API float igGetWindowWidth() { return ImGui::GetWindowWidth(); }
API bool igIsWindowAppearing() { return ImGui::IsWindowAppearing(); }
API bool igIsWindowCollapsed() { return ImGui::IsWindowCollapsed(); }
API bool igIsWindowFocused(int flags) { return ImGui::IsWindowFocused(flags); }
API bool igIsWindowHovered(int flags) { return ImGui::IsWindowHovered(HoveredFlags(flags)); }
API void igSetNextWindowBgAlpha(float alpha) { ImGui::SetNextWindowBgAlpha(alpha); }
API void igSetNextWindowCollapsed(bool collapsed, int cond) { ImGui::SetNextWindowCollapsed(collapsed, cond); }
API void igSetNextWindowContentSize(ImVec2 size) { ImGui::SetNextWindowContentSize(size); }
API void igSetNextWindowFocus() { ImGui::SetNextWindowFocus(); }
API void igSetNextWindowPos(ImVec2 pos, int cond, ImVec2 pivot) { ImGui::SetNextWindowPos(pos, cond, pivot); }
API void igSetNextWindowSize(ImVec2 size, int cond) { ImGui::SetNextWindowSize(size, cond); }
API void igSetScrollHereX(float center_x_ratio) { ImGui::SetScrollHereX(center_x_ratio); }
API void igSetScrollHereY(float center_y_ratio) { ImGui::SetScrollHereY(center_y_ratio); }
API void igSetScrollX_Float(float scroll_x) { ImGui::SetScrollX(scroll_x); }
API void igSetScrollY_Float(float scroll_y) { ImGui::SetScrollY(scroll_y); }
API void igSetWindowCollapsed_Bool(bool collapsed, int cond) { ImGui::SetWindowCollapsed(collapsed, cond); }
API void igSetWindowCollapsed_Str(const char* name, bool collapsed, int cond) { ImGui::SetWindowCollapsed(name, collapsed, cond); }
API void igSetWindowFontScale(float scale) { ImGui::SetWindowFontScale(scale); }
API void igSetWindowPos_Vec2(ImVec2 pos, int cond) { ImGui::SetWindowPos(pos, cond); }
API void igSetWindowPos_Str(const char* name, ImVec2 pos, int cond) { ImGui::SetWindowPos(name, pos, cond); }
API void igSetWindowSize_Vec2(ImVec2 size, int cond) { ImGui::SetWindowSize(size, cond); }
API void igSetWindowSize_Str(const char* name, ImVec2 size, int cond) { ImGui::SetWindowSize(name, size, cond); }
