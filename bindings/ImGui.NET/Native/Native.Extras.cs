using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igInputText(string label, byte* buf, nuint size, ImGuiInputTextFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igInputTextMultiline(string label, byte* buf, nuint buf_size, Vector2 size, ImGuiInputTextFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igInputTextWithHint(string label, string hint, byte* buf, nuint size, ImGuiInputTextFlags flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void igCalcTextSize(out Vector2 result, string text, [MarshalAs(UnmanagedType.U1)] bool hide_text_after_double_hash, float wrap_width);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igImageButton(string str_id, IntPtr user_texture_id, Vector2 image_size, Vector2 uv0, Vector2 uv1, Vector4 bg_col, Vector4 tint_col);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igColorPicker4(string label, ref Vector4 col, ImGuiColorEditFlags flags, ref float ref_col);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool igListBox_Str_arr(string label, ref int current_item, string[] items, int items_count, int height_in_items);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddText_Vec2(ImDrawList* self, Vector2 pos, uint col, string text);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ImDrawList_AddText_FontPtr(ImDrawList* self, ImFont* font, float font_size, Vector2 pos, uint col, string text, float wrap_width);

    [LibraryImport(Library)]
    internal static partial void ImDrawData_ScaleClipRects(ImDrawData* self, Vector2 fb_scale);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool ImGuiPayload_IsDataType(ImGuiPayload* self, string type);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool ImGuiPayload_IsPreview(ImGuiPayload* self);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool ImGuiPayload_IsDelivery(ImGuiPayload* self);

    [LibraryImport(Library)]
    internal static partial ImGuiListClipper* ImGuiListClipper_ImGuiListClipper();

    [LibraryImport(Library)]
    internal static partial void ImGuiListClipper_destroy(ImGuiListClipper* self);

    [LibraryImport(Library)]
    internal static partial void ImGuiListClipper_Begin(ImGuiListClipper* self, int items_count, float items_height);

    [LibraryImport(Library)]
    internal static partial void ImGuiListClipper_End(ImGuiListClipper* self);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool ImGuiListClipper_Step(ImGuiListClipper* self);
}
