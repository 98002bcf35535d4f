// Colours and style variables are numbered anew in Dear ImGui 1.91. The managed side sees its numbers, in an array of their own.
#include "shim.h"
#include "state.h"

#include <cstring>

namespace
{
    constexpr int ColourCount = 58, None = -1;

    // From the numbers of 1.91 to those of 1.86. Up to the column separators and grips (0..32) they are equal.
    int OldColour(int colour)
    {
        static const int tail[] = {
            ImGuiCol_TabHovered, ImGuiCol_Tab, ImGuiCol_TabActive, None, ImGuiCol_TabUnfocused, ImGuiCol_TabUnfocusedActive, None,
            None, None, ImGuiCol_PlotLines, ImGuiCol_PlotLinesHovered, ImGuiCol_PlotHistogram, ImGuiCol_PlotHistogramHovered,
            ImGuiCol_TableHeaderBg, ImGuiCol_TableBorderStrong, ImGuiCol_TableBorderLight, ImGuiCol_TableRowBg, ImGuiCol_TableRowBgAlt,
            None, ImGuiCol_TextSelectedBg, ImGuiCol_DragDropTarget, ImGuiCol_NavHighlight, ImGuiCol_NavWindowingHighlight,
            ImGuiCol_NavWindowingDimBg, ImGuiCol_ModalWindowDimBg };
        static_assert(sizeof(tail) / sizeof(tail[0]) == ColourCount - 33, "one entry for each colour from TabHovered on");
        if (colour < 0 || colour >= ColourCount)
            return None;
        return colour < 33 ? colour : tail[colour - 33];
    }

    int OldVariable(int variable)
    {
        if (variable >= 0 && variable <= ImGuiStyleVar_TabRounding)
            return variable;
        return variable == 28 ? ImGuiStyleVar_ButtonTextAlign : variable == 29 ? ImGuiStyleVar_SelectableTextAlign : None;
    }

    bool Equal(const ImVec4& a, const ImVec4& b) { return std::memcmp(&a, &b, sizeof a) == 0; }

    ContextState& Synced()
    {
        SyncColours();
        return StateOf(&ImGui::GetIO());
    }
}

void SyncColours()
{
    ContextState& state = StateOf(&ImGui::GetIO());
    ImVec4* colours = ImGui::GetStyle().Colors;
    for (int i = 0; i < ColourCount; ++i)
    {
        const int old = OldColour(i);
        if (old == None)
        {
            if (!state.started)
                state.colours[i] = colours[ImGuiCol_HeaderActive];
        }
        else if (state.started && !Equal(state.colours[i], state.shown[i]))
            colours[old] = state.colours[i];
        else
            state.colours[i] = colours[old];
        state.shown[i] = state.colours[i];
    }
    state.started = true;
}

API ImVec4* vvStyleColors(ImGuiStyle* style)
{
    if (style != &ImGui::GetStyle())
        return style->Colors;
    return Synced().colours;
}

API const ImVec4* igGetStyleColorVec4(int colour)
{
    return &Synced().colours[colour >= 0 && colour < ColourCount ? colour : 0];
}

API unsigned int igGetColorU32_Col(int colour, float alpha)
{
    ImVec4 value = *igGetStyleColorVec4(colour);
    value.w *= ImGui::GetStyle().Alpha * alpha;
    return ImGui::ColorConvertFloat4ToU32(value);
}

API unsigned int igGetColorU32_Vec4(ImVec4 colour) { return ImGui::GetColorU32(colour); }

API unsigned int igGetColorU32_U32(unsigned int colour, float alpha)
{
    ImVec4 value = ImGui::ColorConvertU32ToFloat4(colour);
    value.w *= ImGui::GetStyle().Alpha * alpha;
    return ImGui::ColorConvertFloat4ToU32(value);
}

API void igPushStyleColor_Vec4(int colour, ImVec4 value)
{
    SyncColours();
    // A colour that 1.86 does not draw with still takes its place on the stack, so that pushes and pops pair up.
    const int old = OldColour(colour);
    if (old == None)
        ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyle().Colors[ImGuiCol_Text]);
    else
        ImGui::PushStyleColor(old, value);
    SyncColours();
}

API void igPushStyleColor_U32(int colour, unsigned int value) { igPushStyleColor_Vec4(colour, ImGui::ColorConvertU32ToFloat4(value)); }

API void igPopStyleColor(int count)
{
    SyncColours();
    ImGui::PopStyleColor(count);
    SyncColours();
}

API void igPushStyleVar_Float(int variable, float value)
{
    const int old = OldVariable(variable);
    if (old == None)
        ImGui::PushStyleVar(ImGuiStyleVar_Alpha, ImGui::GetStyle().Alpha);
    else
        ImGui::PushStyleVar(old, value);
}

API void igPushStyleVar_Vec2(int variable, ImVec2 value)
{
    const int old = OldVariable(variable);
    if (old == None)
        ImGui::PushStyleVar(ImGuiStyleVar_Alpha, ImGui::GetStyle().Alpha);
    else
        ImGui::PushStyleVar(old, value);
}

API void igPopStyleVar(int count) { ImGui::PopStyleVar(count); }

API void igStyleColorsDark() { SyncColours(); ImGui::StyleColorsDark(); SyncColours(); }
API void igStyleColorsLight() { SyncColours(); ImGui::StyleColorsLight(); SyncColours(); }
API void igStyleColorsClassic() { SyncColours(); ImGui::StyleColorsClassic(); SyncColours(); }
API void ImGuiStyle_ScaleAllSizes(ImGuiStyle* self, float scale_factor) { self->ScaleAllSizes(scale_factor); }
