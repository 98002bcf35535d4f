#include "shim.h"
#include "flags.h"

API bool igColorButton(const char* desc_id, ImVec4 col, int flags, ImVec2 size) { return ImGui::ColorButton(desc_id, col, flags, size); }
API bool igColorEdit3(const char* label, float* col, int flags) { return ImGui::ColorEdit3(label, col, flags); }
API bool igColorEdit4(const char* label, float* col, int flags) { return ImGui::ColorEdit4(label, col, flags); }
API bool igColorPicker3(const char* label, float* col, int flags) { return ImGui::ColorPicker3(label, col, flags); }
API bool igDragFloat(const char* label, float* v, float v_speed, float v_min, float v_max, const char* format, int flags) { return ImGui::DragFloat(label, v, v_speed, v_min, v_max, format, SliderFlags(flags)); }
API bool igDragFloat2(const char* label, float* v, float v_speed, float v_min, float v_max, const char* format, int flags) { return ImGui::DragFloat2(label, v, v_speed, v_min, v_max, format, SliderFlags(flags)); }
API bool igDragFloat3(const char* label, float* v, float v_speed, float v_min, float v_max, const char* format, int flags) { return ImGui::DragFloat3(label, v, v_speed, v_min, v_max, format, SliderFlags(flags)); }
API bool igDragFloat4(const char* label, float* v, float v_speed, float v_min, float v_max, const char* format, int flags) { return ImGui::DragFloat4(label, v, v_speed, v_min, v_max, format, SliderFlags(flags)); }
API bool igDragFloatRange2(const char* label, float* v_current_min, float* v_current_max, float v_speed, float v_min, float v_max, const char* format, const char* format_max, int flags) { return ImGui::DragFloatRange2(label, v_current_min, v_current_max, v_speed, v_min, v_max, format, format_max, SliderFlags(flags)); }
API bool igDragInt(const char* label, int* v, float v_speed, int v_min, int v_max, const char* format, int flags) { return ImGui::DragInt(label, v, v_speed, v_min, v_max, format, SliderFlags(flags)); }
API bool igDragInt2(const char* label, int* v, float v_speed, int v_min, int v_max, const char* format, int flags) { return ImGui::DragInt2(label, v, v_speed, v_min, v_max, format, SliderFlags(flags)); }
API bool igDragInt3(const char* label, int* v, float v_speed, int v_min, int v_max, const char* format, int flags) { return ImGui::DragInt3(label, v, v_speed, v_min, v_max, format, SliderFlags(flags)); }
API bool igDragInt4(const char* label, int* v, float v_speed, int v_min, int v_max, const char* format, int flags) { return ImGui::DragInt4(label, v, v_speed, v_min, v_max, format, SliderFlags(flags)); }
API bool igDragIntRange2(const char* label, int* v_current_min, int* v_current_max, float v_speed, int v_min, int v_max, const char* format, const char* format_max, int flags) { return ImGui::DragIntRange2(label, v_current_min, v_current_max, v_speed, v_min, v_max, format, format_max, SliderFlags(flags)); }
API bool igInputDouble(const char* label, double* v, double step, double step_fast, const char* format, int flags) { return ImGui::InputDouble(label, v, step, step_fast, format, InputTextFlags(flags)); }
API bool igInputFloat(const char* label, float* v, float step, float step_fast, const char* format, int flags) { return ImGui::InputFloat(label, v, step, step_fast, format, InputTextFlags(flags)); }
API bool igInputFloat2(const char* label, float* v, const char* format, int flags) { return ImGui::InputFloat2(label, v, format, InputTextFlags(flags)); }
API bool igInputFloat3(const char* label, float* v, const char* format, int flags) { return ImGui::InputFloat3(label, v, format, InputTextFlags(flags)); }
API bool igInputFloat4(const char* label, float* v, const char* format, int flags) { return ImGui::InputFloat4(label, v, format, InputTextFlags(flags)); }
API bool igInputInt(const char* label, int* v, int step, int step_fast, int flags) { return ImGui::InputInt(label, v, step, step_fast, InputTextFlags(flags)); }
API bool igInputInt2(const char* label, int* v, int flags) { return ImGui::InputInt2(label, v, InputTextFlags(flags)); }
API bool igInputInt3(const char* label, int* v, int flags) { return ImGui::InputInt3(label, v, InputTextFlags(flags)); }
API bool igInputInt4(const char* label, int* v, int flags) { return ImGui::InputInt4(label, v, InputTextFlags(flags)); }
API bool igSliderAngle(const char* label, float* v_rad, float v_degrees_min, float v_degrees_max, const char* format, int flags) { return ImGui::SliderAngle(label, v_rad, v_degrees_min, v_degrees_max, format, SliderFlags(flags)); }
API bool igSliderFloat(const char* label, float* v, float v_min, float v_max, const char* format, int flags) { return ImGui::SliderFloat(label, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igSliderFloat2(const char* label, float* v, float v_min, float v_max, const char* format, int flags) { return ImGui::SliderFloat2(label, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igSliderFloat3(const char* label, float* v, float v_min, float v_max, const char* format, int flags) { return ImGui::SliderFloat3(label, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igSliderFloat4(const char* label, float* v, float v_min, float v_max, const char* format, int flags) { return ImGui::SliderFloat4(label, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igSliderInt(const char* label, int* v, int v_min, int v_max, const char* format, int flags) { return ImGui::SliderInt(label, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igSliderInt2(const char* label, int* v, int v_min, int v_max, const char* format, int flags) { return ImGui::SliderInt2(label, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igSliderInt3(const char* label, int* v, int v_min, int v_max, const char* format, int flags) { return ImGui::SliderInt3(label, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igSliderInt4(const char* label, int* v, int v_min, int v_max, const char* format, int flags) { return ImGui::SliderInt4(label, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igVSliderFloat(const char* label, ImVec2 size, float* v, float v_min, float v_max, const char* format, int flags) { return ImGui::VSliderFloat(label, size, v, v_min, v_max, format, SliderFlags(flags)); }
API bool igVSliderInt(const char* label, ImVec2 size, int* v, int v_min, int v_max, const char* format, int flags) { return ImGui::VSliderInt(label, size, v, v_min, v_max, format, SliderFlags(flags)); }
