using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImGuiPayload* igAcceptDragDropPayload(string type, ImGuiDragDropFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginDragDropSource(ImGuiDragDropFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginDragDropTarget();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial uint igColorConvertFloat4ToU32(Vector4 @in);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igColorConvertHSVtoRGB(float h, float s, float v, out float out_r, out float out_g, out float out_b);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igColorConvertRGBtoHSV(float r, float g, float b, out float out_h, out float out_s, out float out_v);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igColorConvertU32ToFloat4(out Vector4 result, uint @in);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndDragDropSource();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndDragDropTarget();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImGuiPayload* igGetDragDropPayload();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetItemRectMax(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetItemRectMin(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetItemRectSize(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ImGuiMouseCursor igGetMouseCursor();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetMouseDragDelta(out Vector2 result, ImGuiMouseButton button, float lock_threshold);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igGetMousePos(out Vector2 result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsAnyItemActive();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsAnyItemFocused();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsAnyItemHovered();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsAnyMouseDown();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemActivated();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemActive();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemClicked(ImGuiMouseButton mouse_button);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemDeactivated();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemDeactivatedAfterEdit();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemEdited();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemFocused();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemHovered(ImGuiHoveredFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemToggledOpen();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsItemVisible();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsKeyDown_Nil(ImGuiKey key);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsKeyPressed_Bool(ImGuiKey key, [MarshalAs(UnmanagedType.U1)] bool repeat);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsKeyReleased_Nil(ImGuiKey key);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsMouseClicked_Bool(ImGuiMouseButton button, [MarshalAs(UnmanagedType.U1)] bool repeat);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsMouseDoubleClicked_Nil(ImGuiMouseButton button);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsMouseDown_Nil(ImGuiMouseButton button);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsMouseDragging(ImGuiMouseButton button, float lock_threshold);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsMouseHoveringRect(Vector2 r_min, Vector2 r_max, [MarshalAs(UnmanagedType.U1)] bool clip);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsMouseReleased_Nil(ImGuiMouseButton button);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsRectVisible_Nil(Vector2 size);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsRectVisible_Vec2(Vector2 rect_min, Vector2 rect_max);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igResetMouseDragDelta(ImGuiMouseButton button);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igSetDragDropPayload(string type, IntPtr data, uint sz, ImGuiCond cond);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetItemDefaultFocus();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetKeyboardFocusHere(int offset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetMouseCursor(ImGuiMouseCursor cursor_type);
}
