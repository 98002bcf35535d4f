using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginMainMenuBar();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginMenu(string label, [MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginMenuBar();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginPopup(string str_id, ImGuiWindowFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginPopupContextItem(string str_id, ImGuiPopupFlags popup_flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginPopupContextVoid(string str_id, ImGuiPopupFlags popup_flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginPopupContextWindow(string str_id, ImGuiPopupFlags popup_flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginPopupModal(string name, ref byte p_open, ImGuiWindowFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igBeginTooltip();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igCloseCurrentPopup();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndMainMenuBar();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndMenu();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndMenuBar();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndPopup();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igEndTooltip();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igIsPopupOpen_Str(string str_id, ImGuiPopupFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igMenuItem_Bool(string label, string shortcut, [MarshalAs(UnmanagedType.U1)] bool selected, [MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igMenuItem_BoolPtr(string label, string shortcut, ref byte p_selected, [MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igOpenPopup_Str(string str_id, ImGuiPopupFlags popup_flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igOpenPopup_ID(uint id, ImGuiPopupFlags popup_flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igOpenPopupOnItemClick(string str_id, ImGuiPopupFlags popup_flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igSetTooltip(string fmt);
}
