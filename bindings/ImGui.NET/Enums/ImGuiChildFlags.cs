namespace ImGuiNET;

public enum ImGuiChildFlags
{
    None = 0,
    Borders = 1,
    AlwaysUseWindowPadding = 2,
    FrameStyle = 128,
    NavFlattened = 256,
}
