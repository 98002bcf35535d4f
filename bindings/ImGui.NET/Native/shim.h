// What all parts of the library share. Every exported function is named as cimgui names it, so that the managed side reads the same.
#pragma once
#include <imgui.h>
#include <imgui_internal.h>

#define API extern "C" __attribute__((visibility("default")))
