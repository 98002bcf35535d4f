using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static bool BeginTable(string str_id, int columns) => BeginTable(str_id, columns, (ImGuiTableFlags)0, default, 0.0f);
    public static bool BeginTable(string str_id, int columns, ImGuiTableFlags flags) => BeginTable(str_id, columns, flags, default, 0.0f);
    public static bool BeginTable(string str_id, int columns, ImGuiTableFlags flags, Vector2 outer_size) => BeginTable(str_id, columns, flags, outer_size, 0.0f);
    public static bool BeginTable(string str_id, int columns, ImGuiTableFlags flags, Vector2 outer_size, float inner_width) => Native.igBeginTable(str_id, columns, flags, outer_size, inner_width);
    public static void Columns() => Columns(1, null, true);
    public static void Columns(int count) => Columns(count, null, true);
    public static void Columns(int count, string id) => Columns(count, id, true);
    public static void Columns(int count, string id, bool borders) => Native.igColumns(count, id, borders);
    public static void EndTable() => Native.igEndTable();
    public static int GetColumnIndex() => Native.igGetColumnIndex();
    public static float GetColumnOffset() => GetColumnOffset(-1);
    public static float GetColumnOffset(int column_index) => Native.igGetColumnOffset(column_index);
    public static int GetColumnsCount() => Native.igGetColumnsCount();
    public static float GetColumnWidth() => GetColumnWidth(-1);
    public static float GetColumnWidth(int column_index) => Native.igGetColumnWidth(column_index);
    public static void NextColumn() => Native.igNextColumn();
    public static void SetColumnOffset(int column_index, float offset_x) => Native.igSetColumnOffset(column_index, offset_x);
    public static void SetColumnWidth(int column_index, float width) => Native.igSetColumnWidth(column_index, width);
    public static int TableGetColumnCount() => Native.igTableGetColumnCount();
    public static ImGuiTableColumnFlags TableGetColumnFlags() => TableGetColumnFlags(-1);
    public static ImGuiTableColumnFlags TableGetColumnFlags(int column_n) => Native.igTableGetColumnFlags(column_n);
    public static int TableGetColumnIndex() => Native.igTableGetColumnIndex();
    public static string TableGetColumnName() => TableGetColumnName(-1);
    public static string TableGetColumnName(int column_n) => Marshal.PtrToStringUTF8(Native.igTableGetColumnName_Int(column_n));
    public static int TableGetRowIndex() => Native.igTableGetRowIndex();
    public static ImGuiTableSortSpecsPtr TableGetSortSpecs() => Native.igTableGetSortSpecs();
    public static void TableHeader(string label) => Native.igTableHeader(label);
    public static void TableHeadersRow() => Native.igTableHeadersRow();
    public static bool TableNextColumn() => Native.igTableNextColumn();
    public static void TableNextRow() => TableNextRow((ImGuiTableRowFlags)0, 0.0f);
    public static void TableNextRow(ImGuiTableRowFlags row_flags) => TableNextRow(row_flags, 0.0f);
    public static void TableNextRow(ImGuiTableRowFlags row_flags, float min_row_height) => Native.igTableNextRow(row_flags, min_row_height);
    public static void TableSetBgColor(ImGuiTableBgTarget target, uint color) => TableSetBgColor(target, color, -1);
    public static void TableSetBgColor(ImGuiTableBgTarget target, uint color, int column_n) => Native.igTableSetBgColor(target, color, column_n);
    public static void TableSetColumnEnabled(int column_n, bool v) => Native.igTableSetColumnEnabled(column_n, v);
    public static bool TableSetColumnIndex(int column_n) => Native.igTableSetColumnIndex(column_n);
    public static void TableSetupColumn(string label) => TableSetupColumn(label, (ImGuiTableColumnFlags)0, 0.0f, 0);
    public static void TableSetupColumn(string label, ImGuiTableColumnFlags flags) => TableSetupColumn(label, flags, 0.0f, 0);
    public static void TableSetupColumn(string label, ImGuiTableColumnFlags flags, float init_width_or_weight) => TableSetupColumn(label, flags, init_width_or_weight, 0);
    public static void TableSetupColumn(string label, ImGuiTableColumnFlags flags, float init_width_or_weight, uint user_id) => Native.igTableSetupColumn(label, flags, init_width_or_weight, user_id);
    public static void TableSetupScrollFreeze(int cols, int rows) => Native.igTableSetupScrollFreeze(cols, rows);
}
