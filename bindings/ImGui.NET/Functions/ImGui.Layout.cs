using System.Numerics;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static void AlignTextToFramePadding() => Native.igAlignTextToFramePadding();
    public static void BeginDisabled() => BeginDisabled(true);
    public static void BeginDisabled(bool disabled) => Native.igBeginDisabled(disabled);
    public static void BeginGroup() => Native.igBeginGroup();
    public static float CalcItemWidth() => Native.igCalcItemWidth();
    public static void Dummy(Vector2 size) => Native.igDummy(size);
    public static void EndDisabled() => Native.igEndDisabled();
    public static void EndGroup() => Native.igEndGroup();
    public static Vector2 GetCursorPos()
    {
        Native.igGetCursorPos(out var result);
        return result;
    }
    public static float GetCursorPosX() => Native.igGetCursorPosX();
    public static float GetCursorPosY() => Native.igGetCursorPosY();
    public static Vector2 GetCursorScreenPos()
    {
        Native.igGetCursorScreenPos(out var result);
        return result;
    }
    public static Vector2 GetCursorStartPos()
    {
        Native.igGetCursorStartPos(out var result);
        return result;
    }
    public static float GetFrameHeight() => Native.igGetFrameHeight();
    public static float GetFrameHeightWithSpacing() => Native.igGetFrameHeightWithSpacing();
    public static uint GetID(string str_id) => Native.igGetID_Str(str_id);
    public static uint GetID(IntPtr ptr_id) => Native.igGetID_Ptr(ptr_id);
    public static uint GetID(int int_id) => Native.igGetID_Int(int_id);
    public static float GetTextLineHeight() => Native.igGetTextLineHeight();
    public static float GetTextLineHeightWithSpacing() => Native.igGetTextLineHeightWithSpacing();
    public static void Indent() => Indent(0.0f);
    public static void Indent(float indent_w) => Native.igIndent(indent_w);
    public static void NewLine() => Native.igNewLine();
    public static void PopClipRect() => Native.igPopClipRect();
    public static void PopFont() => Native.igPopFont();
    public static void PopID() => Native.igPopID();
    public static void PopItemWidth() => Native.igPopItemWidth();
    public static void PopTextWrapPos() => Native.igPopTextWrapPos();
    public static void PushClipRect(Vector2 clip_rect_min, Vector2 clip_rect_max, bool intersect_with_current_clip_rect) => Native.igPushClipRect(clip_rect_min, clip_rect_max, intersect_with_current_clip_rect);
    public static void PushFont(ImFontPtr font) => Native.igPushFont(font);
    public static void PushID(string str_id) => Native.igPushID_Str(str_id);
    public static void PushID(IntPtr ptr_id) => Native.igPushID_Ptr(ptr_id);
    public static void PushID(int int_id) => Native.igPushID_Int(int_id);
    public static void PushItemWidth(float item_width) => Native.igPushItemWidth(item_width);
    public static void PushTextWrapPos() => PushTextWrapPos(0.0f);
    public static void PushTextWrapPos(float wrap_local_pos_x) => Native.igPushTextWrapPos(wrap_local_pos_x);
    public static void SameLine() => SameLine(0.0f, -1.0f);
    public static void SameLine(float offset_from_start_x) => SameLine(offset_from_start_x, -1.0f);
    public static void SameLine(float offset_from_start_x, float spacing) => Native.igSameLine(offset_from_start_x, spacing);
    public static void SetCursorPos(Vector2 local_pos) => Native.igSetCursorPos(local_pos);
    public static void SetCursorPosX(float local_x) => Native.igSetCursorPosX(local_x);
    public static void SetCursorPosY(float local_y) => Native.igSetCursorPosY(local_y);
    public static void SetCursorScreenPos(Vector2 pos) => Native.igSetCursorScreenPos(pos);
    public static void SetNextItemWidth(float item_width) => Native.igSetNextItemWidth(item_width);
    public static void Spacing() => Native.igSpacing();
    public static void Unindent() => Unindent(0.0f);
    public static void Unindent(float indent_w) => Native.igUnindent(indent_w);
}
