namespace ImGuiNET;

public enum ImGuiTableRowFlags
{
    None = 0,
    Headers = 1,
}
