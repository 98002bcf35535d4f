// Dear ImGui 1.86 reads the state of the devices once a frame, so that a button going down and up between two frames is lost.
// Later versions queue the events, and let a frame see at most one change of each button or key. This does the same for 1.86.
#include "shim.h"
#include "flags.h"
#include "state.h"

#include <bitset>

namespace
{
    constexpr int ModCtrl = 1 << 12, ModShift = 1 << 13, ModAlt = 1 << 14, ModSuper = 1 << 15;

    enum Key91 { Tab = 512, LeftArrow, RightArrow, UpArrow, DownArrow, PageUp, PageDown, Home, End, Insert, Delete, Backspace, Space, Enter, Escape,
        LeftCtrl = 527, RightSuper = 534, A = 546, C = 548, V = 567, X = 569, Y = 570, Z = 571, KeypadEnter = 627 };

    // Keys that edit or move, so that characters typed after them must wait for the next frame.
    bool Edits(int key) { return (key >= Tab && key <= Backspace) || key == Enter || key == Escape || key == KeypadEnter; }

    bool IsModifier(int key) { return key == ModCtrl || key == ModShift || key == ModAlt || key == ModSuper; }

    // The place of a key in a frame's record; those that modify others count too.
    int Slot(int key)
    {
        switch (key)
        {
            case ModCtrl: return 508;
            case ModShift: return 509;
            case ModAlt: return 510;
            case ModSuper: return 511;
            default: return KeyIndex(key);
        }
    }

    struct Frame
    {
        unsigned buttons = 0;
        std::bitset<512> keys;
        bool anyKey = false, pressed = false, edited = false, moved = false, wheeled = false, typed = false;
    };

    bool MustWait(const InputEvent& event, const Frame& frame)
    {
        switch (event.kind)
        {
            case InputEvent::MousePosition: return frame.buttons || frame.wheeled || frame.anyKey || frame.typed;
            case InputEvent::MouseButton: return (frame.buttons & (1u << event.code)) || frame.wheeled;
            case InputEvent::MouseWheel: return frame.moved || frame.buttons;
            // A modifier let go of before its key must not be gone in the frame that sees the key.
            case InputEvent::Key: return frame.buttons || (!event.down && frame.pressed && IsModifier(event.code)) || (Slot(event.code) >= 0 && frame.keys[Slot(event.code)]) || (frame.typed && Edits(event.code));
            case InputEvent::Character: return frame.buttons || frame.moved || frame.wheeled || frame.edited;
            default: return frame.buttons || frame.anyKey;
        }
    }

    void SetKey(ImGuiIO& io, int key, bool down)
    {
        switch (key)
        {
            case ModCtrl: io.KeyCtrl = down; break;
            case ModShift: io.KeyShift = down; break;
            case ModAlt: io.KeyAlt = down; break;
            case ModSuper: io.KeySuper = down; break;
            default:
                if (KeyIndex(key) >= 0)
                    io.KeysDown[KeyIndex(key)] = down;
        }
    }

    void LoseFocus(ImGuiIO& io)
    {
        io.AddFocusEvent(false);
        for (bool& down : io.MouseDown)
            down = false;
    }

    void Apply(ImGuiIO& io, const InputEvent& event, Frame& frame)
    {
        switch (event.kind)
        {
            case InputEvent::MousePosition:
                io.MousePos = ImVec2(event.x, event.y);
                frame.moved = true;
                break;
            case InputEvent::MouseButton:
                io.MouseDown[event.code] = event.down;
                frame.buttons |= 1u << event.code;
                break;
            case InputEvent::MouseWheel:
                io.MouseWheelH += event.x;
                io.MouseWheel += event.y;
                frame.wheeled = true;
                break;
            case InputEvent::Key:
                SetKey(io, event.code, event.down);
                frame.anyKey = true;
                frame.pressed |= event.down && !IsModifier(event.code) && !(event.code >= LeftCtrl && event.code <= RightSuper);
                frame.edited |= Edits(event.code);
                if (Slot(event.code) >= 0)
                    frame.keys[Slot(event.code)] = true;
                break;
            case InputEvent::Character:
                io.AddInputCharacter(static_cast<unsigned int>(event.code));
                frame.typed = true;
                break;
            case InputEvent::Focus:
                if (!event.down)
                    LoseFocus(io);
                break;
        }
    }
}

void MapKeys(ImGuiIO& io)
{
    const int pairs[][2] = {
        { ImGuiKey_Tab, Tab }, { ImGuiKey_LeftArrow, LeftArrow }, { ImGuiKey_RightArrow, RightArrow }, { ImGuiKey_UpArrow, UpArrow },
        { ImGuiKey_DownArrow, DownArrow }, { ImGuiKey_PageUp, PageUp }, { ImGuiKey_PageDown, PageDown }, { ImGuiKey_Home, Home },
        { ImGuiKey_End, End }, { ImGuiKey_Insert, Insert }, { ImGuiKey_Delete, Delete }, { ImGuiKey_Backspace, Backspace },
        { ImGuiKey_Space, Space }, { ImGuiKey_Enter, Enter }, { ImGuiKey_Escape, Escape }, { ImGuiKey_KeyPadEnter, KeypadEnter },
        { ImGuiKey_A, A }, { ImGuiKey_C, C }, { ImGuiKey_V, V }, { ImGuiKey_X, X }, { ImGuiKey_Y, Y }, { ImGuiKey_Z, Z } };
    for (const auto& pair : pairs)
        io.KeyMap[pair[0]] = KeyIndex(pair[1]);
}

void ApplyEvents(ImGuiIO& io)
{
    auto& events = StateOf(&io).events;
    Frame frame;
    while (!events.empty() && !MustWait(events.front(), frame))
    {
        Apply(io, events.front(), frame);
        events.pop_front();
    }
}

API void ImGuiIO_AddMousePosEvent(ImGuiIO* io, float x, float y) { StateOf(io).events.push_back({ InputEvent::MousePosition, 0, false, x, y }); }

API void ImGuiIO_AddMouseButtonEvent(ImGuiIO* io, int button, bool down)
{
    if (button >= 0 && button < ImGuiMouseButton_COUNT)
        StateOf(io).events.push_back({ InputEvent::MouseButton, button, down, 0, 0 });
}

API void ImGuiIO_AddMouseWheelEvent(ImGuiIO* io, float x, float y)
{
    if (x != 0 || y != 0)
        StateOf(io).events.push_back({ InputEvent::MouseWheel, 0, false, x, y });
}

API void ImGuiIO_AddKeyEvent(ImGuiIO* io, int key, bool down) { StateOf(io).events.push_back({ InputEvent::Key, key, down, 0, 0 }); }

API void ImGuiIO_AddInputCharacter(ImGuiIO* io, unsigned int c)
{
    if (c)
        StateOf(io).events.push_back({ InputEvent::Character, static_cast<int>(c), false, 0, 0 });
}

API void ImGuiIO_AddFocusEvent(ImGuiIO* io, bool focused) { StateOf(io).events.push_back({ InputEvent::Focus, 0, focused, 0, 0 }); }

API void ImGuiIO_ClearEventsQueue(ImGuiIO* io) { StateOf(io).events.clear(); }

API void ImGuiIO_ClearInputKeys(ImGuiIO* io)
{
    for (bool& down : io->KeysDown)
        down = false;
    io->KeyCtrl = io->KeyShift = io->KeyAlt = io->KeySuper = false;
}
