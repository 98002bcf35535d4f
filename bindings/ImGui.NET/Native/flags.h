// The managed side speaks the enum values of Dear ImGui 1.91; these translate, by name, to those of 1.86.
#pragma once
#include <string>

int WindowFlags(int flags);
int HoveredFlags(int flags);
int InputTextFlags(int flags);
int PopupFlags(int flags);
int SelectableFlags(int flags);
int SliderFlags(int flags);
int TabBarFlags(int flags);
int TreeNodeFlags(int flags);

// Index into io.KeysDown of a named key (they start at 512), or -1 for what is no key of the keyboard.
int KeyIndex(int key);
bool IsKeyDown(int key);
bool IsKeyPressed(int key, bool repeat);
bool IsKeyReleased(int key);

bool BeginChildWindow(const char* name, ImVec2 size, int child_flags, int window_flags);
bool BeginChildWindow(ImGuiID id, ImVec2 size, int child_flags, int window_flags);

// Format strings arrive without arguments: "%%" means "%", and any other "%" stands for itself.
std::string Unformatted(const char* format);

template <typename Show> auto Text(const char* format, Show show) { return show(Unformatted(format).c_str()); }
