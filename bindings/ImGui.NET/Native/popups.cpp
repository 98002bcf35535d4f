#include "shim.h"
#include "flags.h"

API bool igBeginMainMenuBar() { return ImGui::BeginMainMenuBar(); }
API bool igBeginMenu(const char* label, bool enabled) { return ImGui::BeginMenu(label, enabled); }
API bool igBeginMenuBar() { return ImGui::BeginMenuBar(); }
API bool igBeginPopup(const char* str_id, int flags) { return ImGui::BeginPopup(str_id, WindowFlags(flags)); }
API bool igBeginPopupContextItem(const char* str_id, int popup_flags) { return ImGui::BeginPopupContextItem(str_id, PopupFlags(popup_flags)); }
API bool igBeginPopupContextVoid(const char* str_id, int popup_flags) { return ImGui::BeginPopupContextVoid(str_id, PopupFlags(popup_flags)); }
API bool igBeginPopupContextWindow(const char* str_id, int popup_flags) { return ImGui::BeginPopupContextWindow(str_id, PopupFlags(popup_flags)); }
API bool igBeginPopupModal(const char* name, bool* p_open, int flags) { return ImGui::BeginPopupModal(name, p_open, WindowFlags(flags)); }
API bool igBeginTooltip() { return (ImGui::BeginTooltip(), true); }
API void igCloseCurrentPopup() { ImGui::CloseCurrentPopup(); }
API void igEndMainMenuBar() { ImGui::EndMainMenuBar(); }
API void igEndMenu() { ImGui::EndMenu(); }
API void igEndMenuBar() { ImGui::EndMenuBar(); }
API void igEndPopup() { ImGui::EndPopup(); }
API void igEndTooltip() { ImGui::EndTooltip(); }
API bool igIsPopupOpen_Str(const char* str_id, int flags) { return ImGui::IsPopupOpen(str_id, PopupFlags(flags)); }
API bool igMenuItem_Bool(const char* label, const char* shortcut, bool selected, bool enabled) { return ImGui::MenuItem(label, shortcut, selected, enabled); }
API bool igMenuItem_BoolPtr(const char* label, const char* shortcut, bool* p_selected, bool enabled) { return ImGui::MenuItem(label, shortcut, p_selected, enabled); }
API void igOpenPopup_Str(const char* str_id, int popup_flags) { ImGui::OpenPopup(str_id, PopupFlags(popup_flags)); }
API void igOpenPopup_ID(unsigned int id, int popup_flags) { ImGui::OpenPopup(id, PopupFlags(popup_flags)); }
API void igOpenPopupOnItemClick(const char* str_id, int popup_flags) { ImGui::OpenPopupOnItemClick(str_id, PopupFlags(popup_flags)); }
API void igSetTooltip(const char* fmt) { Text(fmt, [](const char* text) { ImGui::SetTooltip("%s", text); }); }
