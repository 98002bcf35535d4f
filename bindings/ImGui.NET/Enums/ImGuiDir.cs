namespace ImGuiNET;

public enum ImGuiDir
{
    None = -1,
    Left = 0,
    Right = 1,
    Up = 2,
    Down = 3,
    COUNT = 4,
}
