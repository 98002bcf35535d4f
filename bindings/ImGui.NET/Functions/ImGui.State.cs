using System.Numerics;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static ImGuiPayloadPtr AcceptDragDropPayload(string type) => AcceptDragDropPayload(type, (ImGuiDragDropFlags)0);
    public static ImGuiPayloadPtr AcceptDragDropPayload(string type, ImGuiDragDropFlags flags) => Native.igAcceptDragDropPayload(type, flags);
    public static bool BeginDragDropSource() => BeginDragDropSource((ImGuiDragDropFlags)0);
    public static bool BeginDragDropSource(ImGuiDragDropFlags flags) => Native.igBeginDragDropSource(flags);
    public static bool BeginDragDropTarget() => Native.igBeginDragDropTarget();
    public static uint ColorConvertFloat4ToU32(Vector4 @in) => Native.igColorConvertFloat4ToU32(@in);
    public static void ColorConvertHSVtoRGB(float h, float s, float v, out float out_r, out float out_g, out float out_b) => Native.igColorConvertHSVtoRGB(h, s, v, out out_r, out out_g, out out_b);
    public static void ColorConvertRGBtoHSV(float r, float g, float b, out float out_h, out float out_s, out float out_v) => Native.igColorConvertRGBtoHSV(r, g, b, out out_h, out out_s, out out_v);
    public static Vector4 ColorConvertU32ToFloat4(uint @in)
    {
        Native.igColorConvertU32ToFloat4(out var result, @in);
        return result;
    }
    public static void EndDragDropSource() => Native.igEndDragDropSource();
    public static void EndDragDropTarget() => Native.igEndDragDropTarget();
    public static ImGuiPayloadPtr GetDragDropPayload() => Native.igGetDragDropPayload();
    public static Vector2 GetItemRectMax()
    {
        Native.igGetItemRectMax(out var result);
        return result;
    }
    public static Vector2 GetItemRectMin()
    {
        Native.igGetItemRectMin(out var result);
        return result;
    }
    public static Vector2 GetItemRectSize()
    {
        Native.igGetItemRectSize(out var result);
        return result;
    }
    public static ImGuiMouseCursor GetMouseCursor() => Native.igGetMouseCursor();
    public static Vector2 GetMouseDragDelta() => GetMouseDragDelta((ImGuiMouseButton)0, -1.0f);
    public static Vector2 GetMouseDragDelta(ImGuiMouseButton button) => GetMouseDragDelta(button, -1.0f);
    public static Vector2 GetMouseDragDelta(ImGuiMouseButton button, float lock_threshold)
    {
        Native.igGetMouseDragDelta(out var result, button, lock_threshold);
        return result;
    }
    public static Vector2 GetMousePos()
    {
        Native.igGetMousePos(out var result);
        return result;
    }
    public static bool IsAnyItemActive() => Native.igIsAnyItemActive();
    public static bool IsAnyItemFocused() => Native.igIsAnyItemFocused();
    public static bool IsAnyItemHovered() => Native.igIsAnyItemHovered();
    public static bool IsAnyMouseDown() => Native.igIsAnyMouseDown();
    public static bool IsItemActivated() => Native.igIsItemActivated();
    public static bool IsItemActive() => Native.igIsItemActive();
    public static bool IsItemClicked() => IsItemClicked((ImGuiMouseButton)0);
    public static bool IsItemClicked(ImGuiMouseButton mouse_button) => Native.igIsItemClicked(mouse_button);
    public static bool IsItemDeactivated() => Native.igIsItemDeactivated();
    public static bool IsItemDeactivatedAfterEdit() => Native.igIsItemDeactivatedAfterEdit();
    public static bool IsItemEdited() => Native.igIsItemEdited();
    public static bool IsItemFocused() => Native.igIsItemFocused();
    public static bool IsItemHovered() => IsItemHovered((ImGuiHoveredFlags)0);
    public static bool IsItemHovered(ImGuiHoveredFlags flags) => Native.igIsItemHovered(flags);
    public static bool IsItemToggledOpen() => Native.igIsItemToggledOpen();
    public static bool IsItemVisible() => Native.igIsItemVisible();
    public static bool IsKeyDown(ImGuiKey key) => Native.igIsKeyDown_Nil(key);
    public static bool IsKeyPressed(ImGuiKey key) => IsKeyPressed(key, true);
    public static bool IsKeyPressed(ImGuiKey key, bool repeat) => Native.igIsKeyPressed_Bool(key, repeat);
    public static bool IsKeyReleased(ImGuiKey key) => Native.igIsKeyReleased_Nil(key);
    public static bool IsMouseClicked(ImGuiMouseButton button) => IsMouseClicked(button, false);
    public static bool IsMouseClicked(ImGuiMouseButton button, bool repeat) => Native.igIsMouseClicked_Bool(button, repeat);
    public static bool IsMouseDoubleClicked(ImGuiMouseButton button) => Native.igIsMouseDoubleClicked_Nil(button);
    public static bool IsMouseDown(ImGuiMouseButton button) => Native.igIsMouseDown_Nil(button);
    public static bool IsMouseDragging(ImGuiMouseButton button) => IsMouseDragging(button, -1.0f);
    public static bool IsMouseDragging(ImGuiMouseButton button, float lock_threshold) => Native.igIsMouseDragging(button, lock_threshold);
    public static bool IsMouseHoveringRect(Vector2 r_min, Vector2 r_max) => IsMouseHoveringRect(r_min, r_max, true);
    public static bool IsMouseHoveringRect(Vector2 r_min, Vector2 r_max, bool clip) => Native.igIsMouseHoveringRect(r_min, r_max, clip);
    public static bool IsMouseReleased(ImGuiMouseButton button) => Native.igIsMouseReleased_Nil(button);
    public static bool IsRectVisible(Vector2 size) => Native.igIsRectVisible_Nil(size);
    public static bool IsRectVisible(Vector2 rect_min, Vector2 rect_max) => Native.igIsRectVisible_Vec2(rect_min, rect_max);
    public static void ResetMouseDragDelta() => ResetMouseDragDelta((ImGuiMouseButton)0);
    public static void ResetMouseDragDelta(ImGuiMouseButton button) => Native.igResetMouseDragDelta(button);
    public static bool SetDragDropPayload(string type, IntPtr data, uint sz) => SetDragDropPayload(type, data, sz, (ImGuiCond)0);
    public static bool SetDragDropPayload(string type, IntPtr data, uint sz, ImGuiCond cond) => Native.igSetDragDropPayload(type, data, sz, cond);
    public static void SetItemDefaultFocus() => Native.igSetItemDefaultFocus();
    public static void SetKeyboardFocusHere() => SetKeyboardFocusHere(0);
    public static void SetKeyboardFocusHere(int offset) => Native.igSetKeyboardFocusHere(offset);
    public static void SetMouseCursor(ImGuiMouseCursor cursor_type) => Native.igSetMouseCursor(cursor_type);
}
