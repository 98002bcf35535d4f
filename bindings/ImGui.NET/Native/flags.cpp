#include "shim.h"
#include "flags.h"

#include <initializer_list>

namespace
{
    struct Move { int from, to; };

    // The bits under `same` keep their places, the others go where `moves` says, and the rest is dropped.
    int Translate(int flags, int same, std::initializer_list<Move> moves)
    {
        int result = flags & same;
        for (const Move& move : moves)
            if (flags & move.from)
                result |= move.to;
        return result;
    }

    constexpr int KeyBegin = 512, KeyCount = 154;
    constexpr int ModCtrl = 1 << 12, ModShift = 1 << 13, ModAlt = 1 << 14, ModSuper = 1 << 15;
    constexpr int ChildBorders = 1 << 0, ChildAlwaysUseWindowPadding = 1 << 1, ChildFrameStyle = 1 << 7, ChildNavFlattened = 1 << 8;

    int ChildWindowFlags(int child_flags, int window_flags)
    {
        return WindowFlags(window_flags) | Translate(child_flags, 0, {
            { ChildAlwaysUseWindowPadding, ImGuiWindowFlags_AlwaysUseWindowPadding },
            { ChildNavFlattened, ImGuiWindowFlags_NavFlattened } });
    }

    template <typename Id> bool BeginChildAs(Id id, ImVec2 size, int child_flags, int window_flags)
    {
        const int flags = ChildWindowFlags(child_flags, window_flags);
        if (!(child_flags & ChildFrameStyle))
            return ImGui::BeginChild(id, size, (child_flags & ChildBorders) != 0, flags);

        const ImGuiStyle& style = ImGui::GetStyle();
        ImGui::PushStyleColor(ImGuiCol_ChildBg, style.Colors[ImGuiCol_FrameBg]);
        ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, style.FrameRounding);
        ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, style.FrameBorderSize);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, style.FramePadding);
        const bool visible = ImGui::BeginChild(id, size, true, flags | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysUseWindowPadding);
        ImGui::PopStyleVar(3);
        ImGui::PopStyleColor();
        return visible;
    }
}

int WindowFlags(int flags)
{
    return Translate(flags, 0xffff, {
        { 1 << 16, ImGuiWindowFlags_NoNavInputs }, { 1 << 17, ImGuiWindowFlags_NoNavFocus }, { 1 << 18, ImGuiWindowFlags_UnsavedDocument } });
}

int HoveredFlags(int flags)
{
    return Translate(flags, 0xff, {
        { (1 << 8) | (1 << 9), ImGuiHoveredFlags_AllowWhenOverlapped }, { 1 << 10, ImGuiHoveredFlags_AllowWhenDisabled } });
}

int InputTextFlags(int flags)
{
    return Translate(flags, ImGuiInputTextFlags_CharsDecimal | ImGuiInputTextFlags_CharsHexadecimal | ImGuiInputTextFlags_NoUndoRedo, {
        { 1 << 2, ImGuiInputTextFlags_CharsScientific }, { 1 << 3, ImGuiInputTextFlags_CharsUppercase },
        { 1 << 4, ImGuiInputTextFlags_CharsNoBlank }, { 1 << 5, ImGuiInputTextFlags_AllowTabInput },
        { 1 << 6, ImGuiInputTextFlags_EnterReturnsTrue }, { 1 << 8, ImGuiInputTextFlags_CtrlEnterForNewLine },
        { 1 << 9, ImGuiInputTextFlags_ReadOnly }, { 1 << 10, ImGuiInputTextFlags_Password },
        { 1 << 11, ImGuiInputTextFlags_AlwaysOverwrite }, { 1 << 12, ImGuiInputTextFlags_AutoSelectAll },
        { 1 << 15, ImGuiInputTextFlags_NoHorizontalScroll } });
}

int PopupFlags(int flags)
{
    return Translate(flags, ImGuiPopupFlags_MouseButtonMask_, {
        { 1 << 7, ImGuiPopupFlags_NoOpenOverExistingPopup }, { 1 << 8, ImGuiPopupFlags_NoOpenOverItems },
        { 1 << 10, ImGuiPopupFlags_AnyPopupId }, { 1 << 11, ImGuiPopupFlags_AnyPopupLevel } });
}

int SelectableFlags(int flags) { return flags & 0x1f; }

int SliderFlags(int flags) { return Translate(flags, 0xe0, { { 1 << 9, ImGuiSliderFlags_AlwaysClamp } }); }

int TabBarFlags(int flags)
{
    return Translate(flags, 0x3f, { { 1 << 7, ImGuiTabBarFlags_FittingPolicyResizeDown }, { 1 << 8, ImGuiTabBarFlags_FittingPolicyScroll } });
}

int TreeNodeFlags(int flags) { return Translate(flags, 0x1fff, { { 1 << 15, ImGuiTreeNodeFlags_NavLeftJumpsBackHere } }); }

int KeyIndex(int key) { return key >= KeyBegin && key < KeyBegin + KeyCount ? key - KeyBegin : -1; }

bool IsKeyDown(int key)
{
    const ImGuiIO& io = ImGui::GetIO();
    switch (key)
    {
        case ModCtrl: return io.KeyCtrl;
        case ModShift: return io.KeyShift;
        case ModAlt: return io.KeyAlt;
        case ModSuper: return io.KeySuper;
        default: return KeyIndex(key) >= 0 && ImGui::IsKeyDown(KeyIndex(key));
    }
}

bool IsKeyPressed(int key, bool repeat) { return KeyIndex(key) >= 0 && ImGui::IsKeyPressed(KeyIndex(key), repeat); }

bool IsKeyReleased(int key) { return KeyIndex(key) >= 0 && ImGui::IsKeyReleased(KeyIndex(key)); }

bool BeginChildWindow(const char* name, ImVec2 size, int child_flags, int window_flags)
{
    return BeginChildAs(name, size, child_flags, window_flags);
}

bool BeginChildWindow(ImGuiID id, ImVec2 size, int child_flags, int window_flags)
{
    return BeginChildAs(id, size, child_flags, window_flags);
}

std::string Unformatted(const char* format)
{
    std::string text;
    for (const char* c = format ? format : ""; *c; ++c)
    {
        text += *c;
        if (c[0] == '%' && c[1] == '%')
            ++c;
    }
    return text;
}
