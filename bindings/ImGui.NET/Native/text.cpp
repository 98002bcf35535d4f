#include "shim.h"
#include "flags.h"

API void igBullet() { ImGui::Bullet(); }
API void igBulletText(const char* fmt) { Text(fmt, [](const char* text) { ImGui::BulletText("%s", text); }); }
API void igLabelText(const char* label, const char* fmt) { Text(fmt, [&](const char* text) { ImGui::LabelText(label, "%s", text); }); }
API void igText(const char* fmt) { Text(fmt, [](const char* text) { ImGui::TextUnformatted(text); }); }
API void igTextColored(ImVec4 col, const char* fmt) { Text(fmt, [&](const char* text) { ImGui::TextColored(col, "%s", text); }); }
API void igTextDisabled(const char* fmt) { Text(fmt, [](const char* text) { ImGui::TextDisabled("%s", text); }); }
API void igTextUnformatted(const char* text) { ImGui::TextUnformatted(text); }
API void igTextWrapped(const char* fmt) { Text(fmt, [](const char* text) { ImGui::TextWrapped("%s", text); }); }
