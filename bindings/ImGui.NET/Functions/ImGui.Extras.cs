using System.Numerics;
using System.Runtime.CompilerServices;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static Vector2 CalcTextSize(string text) => CalcTextSize(text, 0, -1, false, -1.0f);
    public static Vector2 CalcTextSize(string text, bool hide_text_after_double_hash) => CalcTextSize(text, 0, -1, hide_text_after_double_hash, -1.0f);
    public static Vector2 CalcTextSize(string text, bool hide_text_after_double_hash, float wrap_width) => CalcTextSize(text, 0, -1, hide_text_after_double_hash, wrap_width);
    public static Vector2 CalcTextSize(string text, int start) => CalcTextSize(text, start, -1, false, -1.0f);
    public static Vector2 CalcTextSize(string text, float wrapWidth) => CalcTextSize(text, 0, -1, false, wrapWidth);
    public static Vector2 CalcTextSize(string text, int start, int length) => CalcTextSize(text, start, length, false, -1.0f);
    public static Vector2 CalcTextSize(string text, int start, bool hideTextAfterDoubleHash) => CalcTextSize(text, start, -1, hideTextAfterDoubleHash, -1.0f);
    public static Vector2 CalcTextSize(string text, int start, float wrapWidth) => CalcTextSize(text, start, -1, false, wrapWidth);
    public static Vector2 CalcTextSize(string text, int start, int length, bool hideTextAfterDoubleHash) => CalcTextSize(text, start, length, hideTextAfterDoubleHash, -1.0f);
    public static Vector2 CalcTextSize(string text, int start, int length, float wrapWidth) => CalcTextSize(text, start, length, false, wrapWidth);

    public static Vector2 CalcTextSize(string text, int start, int length, bool hideTextAfterDoubleHash, float wrapWidth)
    {
        if (start != 0 || length >= 0)
            text = length < 0 ? text[start..] : text.Substring(start, length);
        Native.igCalcTextSize(out var result, text, hideTextAfterDoubleHash, wrapWidth);
        return result;
    }

    public static bool Begin(string name, ImGuiWindowFlags flags) => Begin(name, ref Unsafe.NullRef<bool>(), flags);
    public static bool BeginPopupModal(string name, ImGuiWindowFlags flags) => BeginPopupModal(name, ref Unsafe.NullRef<bool>(), flags);
    public static bool MenuItem(string label, bool enabled) => MenuItem(label, string.Empty, false, enabled);

    public static void SetNextWindowSizeConstraints(Vector2 size_min, Vector2 size_max) => Native.igSetNextWindowSizeConstraints(size_min, size_max);

    public static bool ImageButton(string str_id, IntPtr user_texture_id, Vector2 image_size) => ImageButton(str_id, user_texture_id, image_size, Vector2.Zero);
    public static bool ImageButton(string str_id, IntPtr user_texture_id, Vector2 image_size, Vector2 uv0) => ImageButton(str_id, user_texture_id, image_size, uv0, Vector2.One);
    public static bool ImageButton(string str_id, IntPtr user_texture_id, Vector2 image_size, Vector2 uv0, Vector2 uv1) => ImageButton(str_id, user_texture_id, image_size, uv0, uv1, Vector4.Zero);
    public static bool ImageButton(string str_id, IntPtr user_texture_id, Vector2 image_size, Vector2 uv0, Vector2 uv1, Vector4 bg_col) => ImageButton(str_id, user_texture_id, image_size, uv0, uv1, bg_col, Vector4.One);
    public static bool ImageButton(string str_id, IntPtr user_texture_id, Vector2 image_size, Vector2 uv0, Vector2 uv1, Vector4 bg_col, Vector4 tint_col) =>
        Native.igImageButton(str_id, user_texture_id, image_size, uv0, uv1, bg_col, tint_col);

    public static bool ColorPicker4(string label, ref Vector4 col) => ColorPicker4(label, ref col, ImGuiColorEditFlags.None);
    public static bool ColorPicker4(string label, ref Vector4 col, ImGuiColorEditFlags flags) => Native.igColorPicker4(label, ref col, flags, ref Unsafe.NullRef<float>());
    public static bool ColorPicker4(string label, ref Vector4 col, ImGuiColorEditFlags flags, ref float ref_col) => Native.igColorPicker4(label, ref col, flags, ref ref_col);

    public static bool ListBox(string label, ref int current_item, string[] items, int items_count) => ListBox(label, ref current_item, items, items_count, -1);
    public static bool ListBox(string label, ref int current_item, string[] items, int items_count, int height_in_items) =>
        Native.igListBox_Str_arr(label, ref current_item, items, items_count, height_in_items);
}
