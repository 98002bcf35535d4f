using System.Runtime.CompilerServices;

namespace ImGuiNET;

public static unsafe partial class ImGui
{
    public static bool BeginMainMenuBar() => Native.igBeginMainMenuBar();
    public static bool BeginMenu(string label) => BeginMenu(label, true);
    public static bool BeginMenu(string label, bool enabled) => Native.igBeginMenu(label, enabled);
    public static bool BeginMenuBar() => Native.igBeginMenuBar();
    public static bool BeginPopup(string str_id) => BeginPopup(str_id, (ImGuiWindowFlags)0);
    public static bool BeginPopup(string str_id, ImGuiWindowFlags flags) => Native.igBeginPopup(str_id, flags);
    public static bool BeginPopupContextItem() => BeginPopupContextItem(null, (ImGuiPopupFlags)1);
    public static bool BeginPopupContextItem(string str_id) => BeginPopupContextItem(str_id, (ImGuiPopupFlags)1);
    public static bool BeginPopupContextItem(string str_id, ImGuiPopupFlags popup_flags) => Native.igBeginPopupContextItem(str_id, popup_flags);
    public static bool BeginPopupContextVoid() => BeginPopupContextVoid(null, (ImGuiPopupFlags)1);
    public static bool BeginPopupContextVoid(string str_id) => BeginPopupContextVoid(str_id, (ImGuiPopupFlags)1);
    public static bool BeginPopupContextVoid(string str_id, ImGuiPopupFlags popup_flags) => Native.igBeginPopupContextVoid(str_id, popup_flags);
    public static bool BeginPopupContextWindow() => BeginPopupContextWindow(null, (ImGuiPopupFlags)1);
    public static bool BeginPopupContextWindow(string str_id) => BeginPopupContextWindow(str_id, (ImGuiPopupFlags)1);
    public static bool BeginPopupContextWindow(string str_id, ImGuiPopupFlags popup_flags) => Native.igBeginPopupContextWindow(str_id, popup_flags);
    public static bool BeginPopupModal(string name) => BeginPopupModal(name, ref Unsafe.NullRef<bool>(), (ImGuiWindowFlags)0);
    public static bool BeginPopupModal(string name, ref bool p_open) => BeginPopupModal(name, ref p_open, (ImGuiWindowFlags)0);
    public static bool BeginPopupModal(string name, ref bool p_open, ImGuiWindowFlags flags) => Native.igBeginPopupModal(name, ref Unsafe.As<bool, byte>(ref p_open), flags);
    public static bool BeginTooltip() => Native.igBeginTooltip();
    public static void CloseCurrentPopup() => Native.igCloseCurrentPopup();
    public static void EndMainMenuBar() => Native.igEndMainMenuBar();
    public static void EndMenu() => Native.igEndMenu();
    public static void EndMenuBar() => Native.igEndMenuBar();
    public static void EndPopup() => Native.igEndPopup();
    public static void EndTooltip() => Native.igEndTooltip();
    public static bool IsPopupOpen(string str_id) => IsPopupOpen(str_id, (ImGuiPopupFlags)0);
    public static bool IsPopupOpen(string str_id, ImGuiPopupFlags flags) => Native.igIsPopupOpen_Str(str_id, flags);
    public static bool MenuItem(string label) => MenuItem(label, null, false, true);
    public static bool MenuItem(string label, string shortcut) => MenuItem(label, shortcut, false, true);
    public static bool MenuItem(string label, string shortcut, bool selected) => MenuItem(label, shortcut, selected, true);
    public static bool MenuItem(string label, string shortcut, bool selected, bool enabled) => Native.igMenuItem_Bool(label, shortcut, selected, enabled);
    public static bool MenuItem(string label, string shortcut, ref bool p_selected) => MenuItem(label, shortcut, ref p_selected, true);
    public static bool MenuItem(string label, string shortcut, ref bool p_selected, bool enabled) => Native.igMenuItem_BoolPtr(label, shortcut, ref Unsafe.As<bool, byte>(ref p_selected), enabled);
    public static void OpenPopup(string str_id) => OpenPopup(str_id, (ImGuiPopupFlags)0);
    public static void OpenPopup(string str_id, ImGuiPopupFlags popup_flags) => Native.igOpenPopup_Str(str_id, popup_flags);
    public static void OpenPopup(uint id) => OpenPopup(id, (ImGuiPopupFlags)0);
    public static void OpenPopup(uint id, ImGuiPopupFlags popup_flags) => Native.igOpenPopup_ID(id, popup_flags);
    public static void OpenPopupOnItemClick() => OpenPopupOnItemClick(null, (ImGuiPopupFlags)1);
    public static void OpenPopupOnItemClick(string str_id) => OpenPopupOnItemClick(str_id, (ImGuiPopupFlags)1);
    public static void OpenPopupOnItemClick(string str_id, ImGuiPopupFlags popup_flags) => Native.igOpenPopupOnItemClick(str_id, popup_flags);
    public static void SetTooltip(string fmt) => Native.igSetTooltip(fmt);
}
