#include "shim.h"

API bool igBeginTable(const char* str_id, int columns, int flags, ImVec2 outer_size, float inner_width) { return ImGui::BeginTable(str_id, columns, flags, outer_size, inner_width); }
API void igColumns(int count, const char* id, bool borders) { ImGui::Columns(count, id, borders); }
API void igEndTable() { ImGui::EndTable(); }
API int igGetColumnIndex() { return ImGui::GetColumnIndex(); }
API float igGetColumnOffset(int column_index) { return ImGui::GetColumnOffset(column_index); }
API int igGetColumnsCount() { return ImGui::GetColumnsCount(); }
API float igGetColumnWidth(int column_index) { return ImGui::GetColumnWidth(column_index); }
API void igNextColumn() { ImGui::NextColumn(); }
API void igSetColumnOffset(int column_index, float offset_x) { ImGui::SetColumnOffset(column_index, offset_x); }
API void igSetColumnWidth(int column_index, float width) { ImGui::SetColumnWidth(column_index, width); }
API int igTableGetColumnCount() { return ImGui::TableGetColumnCount(); }
API int igTableGetColumnFlags(int column_n) { return ImGui::TableGetColumnFlags(column_n); }
API int igTableGetColumnIndex() { return ImGui::TableGetColumnIndex(); }
API const char* igTableGetColumnName_Int(int column_n) { return ImGui::TableGetColumnName(column_n); }
API int igTableGetRowIndex() { return ImGui::TableGetRowIndex(); }
API ImGuiTableSortSpecs* igTableGetSortSpecs() { return ImGui::TableGetSortSpecs(); }
API void igTableHeader(const char* label) { ImGui::TableHeader(label); }
API void igTableHeadersRow() { ImGui::TableHeadersRow(); }
API bool igTableNextColumn() { return ImGui::TableNextColumn(); }
API void igTableNextRow(int row_flags, float min_row_height) { ImGui::TableNextRow(row_flags, min_row_height); }
API void igTableSetBgColor(int target, unsigned int color, int column_n) { ImGui::TableSetBgColor(target, color, column_n); }
API void igTableSetColumnEnabled(int column_n, bool v) { ImGui::TableSetColumnEnabled(column_n, v); }
API bool igTableSetColumnIndex(int column_n) { return ImGui::TableSetColumnIndex(column_n); }
API void igTableSetupColumn(const char* label, int flags, float init_width_or_weight, unsigned int user_id) { ImGui::TableSetupColumn(label, flags, init_width_or_weight, user_id); }
API void igTableSetupScrollFreeze(int cols, int rows) { ImGui::TableSetupScrollFreeze(cols, rows); }
