using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igAlignTextToFramePadding();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igBeginDisabled([MarshalAs(UnmanagedType.U1)] bool disabled);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igBeginGroup();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igCalcItemWidth();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igDummy(Vector2 size);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndDisabled();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndGroup();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetCursorPos(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetCursorPosX();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetCursorPosY();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetCursorScreenPos(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetCursorStartPos(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetFrameHeight();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetFrameHeightWithSpacing();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial uint igGetID_Str(string str_id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial uint igGetID_Ptr(IntPtr ptr_id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial uint igGetID_Int(int int_id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetTextLineHeight();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial float igGetTextLineHeightWithSpacing();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igIndent(float indent_w);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igNewLine();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPopClipRect();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPopFont();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPopID();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPopItemWidth();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPopTextWrapPos();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPushClipRect(Vector2 clip_rect_min, Vector2 clip_rect_max, [MarshalAs(UnmanagedType.U1)] bool intersect_with_current_clip_rect);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPushFont(ImFont* font);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPushID_Str(string str_id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPushID_Ptr(IntPtr ptr_id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPushID_Int(int int_id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPushItemWidth(float item_width);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igPushTextWrapPos(float wrap_local_pos_x);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSameLine(float offset_from_start_x, float spacing);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetCursorPos(Vector2 local_pos);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetCursorPosX(float local_x);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetCursorPosY(float local_y);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetCursorScreenPos(Vector2 pos);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetNextItemWidth(float item_width);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSpacing();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igUnindent(float indent_w);
}
