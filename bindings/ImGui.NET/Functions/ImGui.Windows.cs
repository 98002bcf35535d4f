using System.Numerics;
using System.Runtime.CompilerServices;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static bool Begin(string name) => Begin(name, ref Unsafe.NullRef<bool>(), (ImGuiWindowFlags)0);
    public static bool Begin(string name, ref bool p_open) => Begin(name, ref p_open, (ImGuiWindowFlags)0);
    public static bool Begin(string name, ref bool p_open, ImGuiWindowFlags flags) => Native.igBegin(name, ref Unsafe.As<bool, byte>(ref p_open), flags);
    public static bool BeginChild(string str_id) => BeginChild(str_id, default, (ImGuiChildFlags)0, (ImGuiWindowFlags)0);
    public static bool BeginChild(string str_id, Vector2 size) => BeginChild(str_id, size, (ImGuiChildFlags)0, (ImGuiWindowFlags)0);
    public static bool BeginChild(string str_id, Vector2 size, ImGuiChildFlags child_flags) => BeginChild(str_id, size, child_flags, (ImGuiWindowFlags)0);
    public static bool BeginChild(string str_id, Vector2 size, ImGuiChildFlags child_flags, ImGuiWindowFlags window_flags) => Native.igBeginChild_Str(str_id, size, child_flags, window_flags);
    public static bool BeginChild(uint id) => BeginChild(id, default, (ImGuiChildFlags)0, (ImGuiWindowFlags)0);
    public static bool BeginChild(uint id, Vector2 size) => BeginChild(id, size, (ImGuiChildFlags)0, (ImGuiWindowFlags)0);
    public static bool BeginChild(uint id, Vector2 size, ImGuiChildFlags child_flags) => BeginChild(id, size, child_flags, (ImGuiWindowFlags)0);
    public static bool BeginChild(uint id, Vector2 size, ImGuiChildFlags child_flags, ImGuiWindowFlags window_flags) => Native.igBeginChild_ID(id, size, child_flags, window_flags);
    public static void End() => Native.igEnd();
    public static void EndChild() => Native.igEndChild();
    public static Vector2 GetContentRegionAvail()
    {
        Native.igGetContentRegionAvail(out var result);
        return result;
    }
    public static float GetScrollMaxX() => Native.igGetScrollMaxX();
    public static float GetScrollMaxY() => Native.igGetScrollMaxY();
    public static float GetScrollX() => Native.igGetScrollX();
    public static float GetScrollY() => Native.igGetScrollY();
    public static ImDrawListPtr GetWindowDrawList() => Native.igGetWindowDrawList();
    public static float GetWindowHeight() => Native.igGetWindowHeight();
    public static Vector2 GetWindowPos()
    {
        Native.igGetWindowPos(out var result);
        return result;
    }
    public static Vector2 GetWindowSize()
    {
        Native.igGetWindowSize(out var result);
        return result;
    }
    public static float GetWindowWidth() => Native.igGetWindowWidth();
    public static bool IsWindowAppearing() => Native.igIsWindowAppearing();
    public static bool IsWindowCollapsed() => Native.igIsWindowCollapsed();
    public static bool IsWindowFocused() => IsWindowFocused((ImGuiFocusedFlags)0);
    public static bool IsWindowFocused(ImGuiFocusedFlags flags) => Native.igIsWindowFocused(flags);
    public static bool IsWindowHovered() => IsWindowHovered((ImGuiHoveredFlags)0);
    public static bool IsWindowHovered(ImGuiHoveredFlags flags) => Native.igIsWindowHovered(flags);
    public static void SetNextWindowBgAlpha(float alpha) => Native.igSetNextWindowBgAlpha(alpha);
    public static void SetNextWindowCollapsed(bool collapsed) => SetNextWindowCollapsed(collapsed, (ImGuiCond)0);
    public static void SetNextWindowCollapsed(bool collapsed, ImGuiCond cond) => Native.igSetNextWindowCollapsed(collapsed, cond);
    public static void SetNextWindowContentSize(Vector2 size) => Native.igSetNextWindowContentSize(size);
    public static void SetNextWindowFocus() => Native.igSetNextWindowFocus();
    public static void SetNextWindowPos(Vector2 pos) => SetNextWindowPos(pos, (ImGuiCond)0, default);
    public static void SetNextWindowPos(Vector2 pos, ImGuiCond cond) => SetNextWindowPos(pos, cond, default);
    public static void SetNextWindowPos(Vector2 pos, ImGuiCond cond, Vector2 pivot) => Native.igSetNextWindowPos(pos, cond, pivot);
    public static void SetNextWindowSize(Vector2 size) => SetNextWindowSize(size, (ImGuiCond)0);
    public static void SetNextWindowSize(Vector2 size, ImGuiCond cond) => Native.igSetNextWindowSize(size, cond);
    public static void SetScrollHereX() => SetScrollHereX(0.5f);
    public static void SetScrollHereX(float center_x_ratio) => Native.igSetScrollHereX(center_x_ratio);
    public static void SetScrollHereY() => SetScrollHereY(0.5f);
    public static void SetScrollHereY(float center_y_ratio) => Native.igSetScrollHereY(center_y_ratio);
    public static void SetScrollX(float scroll_x) => Native.igSetScrollX_Float(scroll_x);
    public static void SetScrollY(float scroll_y) => Native.igSetScrollY_Float(scroll_y);
    public static void SetWindowCollapsed(bool collapsed) => SetWindowCollapsed(collapsed, (ImGuiCond)0);
    public static void SetWindowCollapsed(bool collapsed, ImGuiCond cond) => Native.igSetWindowCollapsed_Bool(collapsed, cond);
    public static void SetWindowCollapsed(string name, bool collapsed) => SetWindowCollapsed(name, collapsed, (ImGuiCond)0);
    public static void SetWindowCollapsed(string name, bool collapsed, ImGuiCond cond) => Native.igSetWindowCollapsed_Str(name, collapsed, cond);
    public static void SetWindowFontScale(float scale) => Native.igSetWindowFontScale(scale);
    public static void SetWindowPos(Vector2 pos) => SetWindowPos(pos, (ImGuiCond)0);
    public static void SetWindowPos(Vector2 pos, ImGuiCond cond) => Native.igSetWindowPos_Vec2(pos, cond);
    public static void SetWindowPos(string name, Vector2 pos) => SetWindowPos(name, pos, (ImGuiCond)0);
    public static void SetWindowPos(string name, Vector2 pos, ImGuiCond cond) => Native.igSetWindowPos_Str(name, pos, cond);
    public static void SetWindowSize(Vector2 size) => SetWindowSize(size, (ImGuiCond)0);
    public static void SetWindowSize(Vector2 size, ImGuiCond cond) => Native.igSetWindowSize_Vec2(size, cond);
    public static void SetWindowSize(string name, Vector2 size) => SetWindowSize(name, size, (ImGuiCond)0);
    public static void SetWindowSize(string name, Vector2 size, ImGuiCond cond) => Native.igSetWindowSize_Str(name, size, cond);
}
