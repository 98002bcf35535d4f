using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 5480)]
public unsafe partial struct ImGuiIO
{
    [FieldOffset(0)] public ImGuiConfigFlags ConfigFlags;
    [FieldOffset(4)] public ImGuiBackendFlags BackendFlags;
    [FieldOffset(8)] public Vector2 DisplaySize;
    [FieldOffset(16)] public float DeltaTime;
    [FieldOffset(20)] public float IniSavingRate;
    [FieldOffset(24)] public byte* IniFilename;
    [FieldOffset(32)] public byte* LogFilename;
    [FieldOffset(40)] public float MouseDoubleClickTime;
    [FieldOffset(44)] public float MouseDoubleClickMaxDist;
    [FieldOffset(48)] public float MouseDragThreshold;
    [FieldOffset(140)] public float KeyRepeatDelay;
    [FieldOffset(144)] public float KeyRepeatRate;
    [FieldOffset(152)] public void* UserData;
    [FieldOffset(160)] public ImFontAtlas* Fonts;
    [FieldOffset(168)] public float FontGlobalScale;
    [FieldOffset(172)] public bool FontAllowUserScaling;
    [FieldOffset(176)] public ImFont* FontDefault;
    [FieldOffset(184)] public Vector2 DisplayFramebufferScale;
    [FieldOffset(192)] public bool MouseDrawCursor;
    [FieldOffset(193)] public bool ConfigMacOSXBehaviors;
    [FieldOffset(194)] public bool ConfigInputTextCursorBlink;
    [FieldOffset(195)] public bool ConfigDragClickToInputText;
    [FieldOffset(196)] public bool ConfigWindowsResizeFromEdges;
    [FieldOffset(197)] public bool ConfigWindowsMoveFromTitleBarOnly;
    [FieldOffset(200)] public float ConfigMemoryCompactTimer;
    [FieldOffset(288)] public Vector2 MousePos;
    [FieldOffset(296)] public fixed byte MouseDown[5];
    [FieldOffset(304)] public float MouseWheel;
    [FieldOffset(308)] public float MouseWheelH;
    [FieldOffset(312)] public bool KeyCtrl;
    [FieldOffset(313)] public bool KeyShift;
    [FieldOffset(314)] public bool KeyAlt;
    [FieldOffset(315)] public bool KeySuper;
    [FieldOffset(908)] public bool WantCaptureMouse;
    [FieldOffset(909)] public bool WantCaptureKeyboard;
    [FieldOffset(910)] public bool WantTextInput;
    [FieldOffset(911)] public bool WantSetMousePos;
    [FieldOffset(912)] public bool WantSaveIniSettings;
    [FieldOffset(913)] public bool NavActive;
    [FieldOffset(914)] public bool NavVisible;
    [FieldOffset(916)] public float Framerate;
    [FieldOffset(920)] public int MetricsRenderVertices;
    [FieldOffset(924)] public int MetricsRenderIndices;
    [FieldOffset(928)] public int MetricsRenderWindows;
    [FieldOffset(932)] public int MetricsActiveWindows;
    [FieldOffset(940)] public Vector2 MouseDelta;
    [FieldOffset(5464)] public ImVector InputQueueCharacters;
}
