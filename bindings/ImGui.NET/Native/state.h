// What a context keeps beside Dear ImGui's own state: the input events to come, and its colours in the order of 1.91.
#pragma once
#include <deque>

struct InputEvent
{
    enum Kind { MousePosition, MouseButton, MouseWheel, Key, Character, Focus } kind;
    int code;
    bool down;
    float x, y;
};

struct ContextState
{
    std::deque<InputEvent> events;
    ImVec4 colours[58];
    ImVec4 shown[58];
    bool started = false;
};

ContextState& StateOf(ImGuiIO* io);
void ForgetState(ImGuiIO* io);

void MapKeys(ImGuiIO& io);
void ApplyEvents(ImGuiIO& io);

// Carries what was written to either set of colours over to the other.
void SyncColours();
