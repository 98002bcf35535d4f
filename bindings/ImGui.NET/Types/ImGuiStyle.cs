using System.Numerics;
using System.Runtime.InteropServices;

namespace ImGuiNET;

// The layout is that of Dear ImGui 1.86; what only newer versions have is left out.
[StructLayout(LayoutKind.Explicit, Size = 1048)]
public unsafe partial struct ImGuiStyle
{
    [FieldOffset(0)] public float Alpha;
    [FieldOffset(4)] public float DisabledAlpha;
    [FieldOffset(8)] public Vector2 WindowPadding;
    [FieldOffset(16)] public float WindowRounding;
    [FieldOffset(20)] public float WindowBorderSize;
    [FieldOffset(24)] public Vector2 WindowMinSize;
    [FieldOffset(32)] public Vector2 WindowTitleAlign;
    [FieldOffset(40)] public ImGuiDir WindowMenuButtonPosition;
    [FieldOffset(44)] public float ChildRounding;
    [FieldOffset(48)] public float ChildBorderSize;
    [FieldOffset(52)] public float PopupRounding;
    [FieldOffset(56)] public float PopupBorderSize;
    [FieldOffset(60)] public Vector2 FramePadding;
    [FieldOffset(68)] public float FrameRounding;
    [FieldOffset(72)] public float FrameBorderSize;
    [FieldOffset(76)] public Vector2 ItemSpacing;
    [FieldOffset(84)] public Vector2 ItemInnerSpacing;
    [FieldOffset(92)] public Vector2 CellPadding;
    [FieldOffset(100)] public Vector2 TouchExtraPadding;
    [FieldOffset(108)] public float IndentSpacing;
    [FieldOffset(112)] public float ColumnsMinSpacing;
    [FieldOffset(116)] public float ScrollbarSize;
    [FieldOffset(120)] public float ScrollbarRounding;
    [FieldOffset(124)] public float GrabMinSize;
    [FieldOffset(128)] public float GrabRounding;
    [FieldOffset(132)] public float LogSliderDeadzone;
    [FieldOffset(136)] public float TabRounding;
    [FieldOffset(140)] public float TabBorderSize;
    [FieldOffset(144)] public float TabMinWidthForCloseButton;
    [FieldOffset(148)] public ImGuiDir ColorButtonPosition;
    [FieldOffset(152)] public Vector2 ButtonTextAlign;
    [FieldOffset(160)] public Vector2 SelectableTextAlign;
    [FieldOffset(168)] public Vector2 DisplayWindowPadding;
    [FieldOffset(176)] public Vector2 DisplaySafeAreaPadding;
    [FieldOffset(184)] public float MouseCursorScale;
    [FieldOffset(188)] public bool AntiAliasedLines;
    [FieldOffset(189)] public bool AntiAliasedLinesUseTex;
    [FieldOffset(190)] public bool AntiAliasedFill;
    [FieldOffset(192)] public float CurveTessellationTol;
    [FieldOffset(196)] public float CircleTessellationMaxError;
}
