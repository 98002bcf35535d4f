namespace ImGuiNET;

public enum ImGuiButtonFlags
{
    None = 0,
    MouseButtonLeft = 1,
    MouseButtonRight = 2,
    MouseButtonMiddle = 4,
    MouseButtonMask = 7,
}
