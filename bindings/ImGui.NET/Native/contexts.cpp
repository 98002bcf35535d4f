#include "shim.h"
#include "state.h"

#include <memory>
#include <unordered_map>

namespace
{
    std::unordered_map<ImGuiIO*, std::unique_ptr<ContextState>> states;
}

ContextState& StateOf(ImGuiIO* io)
{
    auto& state = states[io];
    if (!state)
        state = std::make_unique<ContextState>();
    return *state;
}

void ForgetState(ImGuiIO* io) { states.erase(io); }

API ImGuiContext* igCreateContext(ImFontAtlas* shared_font_atlas)
{
    ImGuiContext* context = ImGui::CreateContext(shared_font_atlas);
    MapKeys(context->IO);
    return context;
}

API void igDestroyContext(ImGuiContext* context)
{
    if (!context)
        context = ImGui::GetCurrentContext();
    if (context)
        ForgetState(&context->IO);
    ImGui::DestroyContext(context);
}

API void igNewFrame()
{
    SyncColours();
    ApplyEvents(ImGui::GetIO());
    ImGui::NewFrame();
}

API void igSetNextFrameWantCaptureKeyboard(bool want) { ImGui::CaptureKeyboardFromApp(want); }
API void igSetNextFrameWantCaptureMouse(bool want) { ImGui::CaptureMouseFromApp(want); }
API void igSetNextWindowSizeConstraints(ImVec2 size_min, ImVec2 size_max) { ImGui::SetNextWindowSizeConstraints(size_min, size_max); }
API const char* igGetVersion() { return ImGui::GetVersion(); }
API ImDrawList* igGetBackgroundDrawList() { return ImGui::GetBackgroundDrawList(); }
API ImDrawList* igGetForegroundDrawList() { return ImGui::GetForegroundDrawList(); }

// The sizes that the managed structs must have.
API int vvSizeOf(int which)
{
    switch (which)
    {
        case 0: return sizeof(ImGuiIO);
        case 1: return sizeof(ImGuiStyle);
        case 2: return sizeof(ImFontConfig);
        case 3: return sizeof(ImGuiViewport);
        case 4: return sizeof(ImDrawCmd);
        case 5: return sizeof(ImDrawVert);
        case 6: return sizeof(ImDrawData);
        case 7: return sizeof(ImDrawList);
        case 8: return sizeof(ImGuiListClipper);
        case 9: return sizeof(ImFont);
        case 10: return sizeof(ImFontAtlas);
        case 11: return sizeof(ImGuiPayload);
        case 12: return sizeof(ImGuiTableSortSpecs);
        case 13: return sizeof(ImGuiTableColumnSortSpecs);
        case 14: return sizeof(ImDrawIdx);
        default: return -1;
    }
}
