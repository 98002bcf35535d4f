using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginTable(string str_id, int columns, ImGuiTableFlags flags, Vector2 outer_size, float inner_width);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igColumns(int count, string id, [MarshalAs(UnmanagedType.U1)] bool borders);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndTable();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int igGetColumnIndex();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetColumnOffset(int column_index);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int igGetColumnsCount();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetColumnWidth(int column_index);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igNextColumn();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetColumnOffset(int column_index, float offset_x);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetColumnWidth(int column_index, float width);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int igTableGetColumnCount();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImGuiTableColumnFlags igTableGetColumnFlags(int column_n);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int igTableGetColumnIndex();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial IntPtr igTableGetColumnName_Int(int column_n);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int igTableGetRowIndex();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImGuiTableSortSpecs* igTableGetSortSpecs();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igTableHeader(string label);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igTableHeadersRow();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igTableNextColumn();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igTableNextRow(ImGuiTableRowFlags row_flags, float min_row_height);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igTableSetBgColor(ImGuiTableBgTarget target, uint color, int column_n);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igTableSetColumnEnabled(int column_n, [MarshalAs(UnmanagedType.U1)] bool v);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igTableSetColumnIndex(int column_n);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igTableSetupColumn(string label, ImGuiTableColumnFlags flags, float init_width_or_weight, uint user_id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igTableSetupScrollFreeze(int cols, int rows);
}
