using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBegin(string name, ref byte p_open, ImGuiWindowFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginChild_Str(string str_id, Vector2 size, ImGuiChildFlags child_flags, ImGuiWindowFlags window_flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginChild_ID(uint id, Vector2 size, ImGuiChildFlags child_flags, ImGuiWindowFlags window_flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEnd();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndChild();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetContentRegionAvail(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetScrollMaxX();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetScrollMaxY();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetScrollX();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetScrollY();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImDrawList* igGetWindowDrawList();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetWindowHeight();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetWindowPos(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetWindowSize(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetWindowWidth();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsWindowAppearing();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsWindowCollapsed();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsWindowFocused(ImGuiFocusedFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsWindowHovered(ImGuiHoveredFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetNextWindowBgAlpha(float alpha);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetNextWindowCollapsed([MarshalAs(UnmanagedType.U1)] bool collapsed, ImGuiCond cond);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetNextWindowContentSize(Vector2 size);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetNextWindowFocus();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetNextWindowPos(Vector2 pos, ImGuiCond cond, Vector2 pivot);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetNextWindowSize(Vector2 size, ImGuiCond cond);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetScrollHereX(float center_x_ratio);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetScrollHereY(float center_y_ratio);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetScrollX_Float(float scroll_x);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetScrollY_Float(float scroll_y);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetWindowCollapsed_Bool([MarshalAs(UnmanagedType.U1)] bool collapsed, ImGuiCond cond);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetWindowCollapsed_Str(string name, [MarshalAs(UnmanagedType.U1)] bool collapsed, ImGuiCond cond);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetWindowFontScale(float scale);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetWindowPos_Vec2(Vector2 pos, ImGuiCond cond);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetWindowPos_Str(string name, Vector2 pos, ImGuiCond cond);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetWindowSize_Vec2(Vector2 size, ImGuiCond cond);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetWindowSize_Str(string name, Vector2 size, ImGuiCond cond);
}
