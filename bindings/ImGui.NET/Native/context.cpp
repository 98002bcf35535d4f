#include "shim.h"

API void igEndFrame() { ImGui::EndFrame(); }
API const char* igGetClipboardText() { return ImGui::GetClipboardText(); }
API void* igGetCurrentContext() { return ImGui::GetCurrentContext(); }
API ImDrawData* igGetDrawData() { return ImGui::GetDrawData(); }
API ImFont* igGetFont() { return ImGui::GetFont(); }
API float igGetFontSize() { return ImGui::GetFontSize(); }
API int igGetFrameCount() { return ImGui::GetFrameCount(); }
API ImGuiIO* igGetIO() { return &ImGui::GetIO(); }
API ImGuiViewport* igGetMainViewport() { return ImGui::GetMainViewport(); }
API ImGuiStyle* igGetStyle() { return &ImGui::GetStyle(); }
API double igGetTime() { return ImGui::GetTime(); }
API void igRender() { ImGui::Render(); }
API void igSetClipboardText(const char* text) { ImGui::SetClipboardText(text); }
API void igSetCurrentContext(void* ctx) { ImGui::SetCurrentContext(static_cast<ImGuiContext*>(ctx)); }
API void igShowDemoWindow(bool* p_open) { ImGui::ShowDemoWindow(p_open); }
API void igShowMetricsWindow(bool* p_open) { ImGui::ShowMetricsWindow(p_open); }
API bool igShowStyleSelector(const char* label) { return ImGui::ShowStyleSelector(label); }
API void igShowUserGuide() { ImGui::ShowUserGuide(); }
