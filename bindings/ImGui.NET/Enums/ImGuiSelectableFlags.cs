namespace ImGuiNET;

public enum ImGuiSelectableFlags
{
    None = 0,
    NoAutoClosePopups = 1,
    SpanAllColumns = 2,
    AllowDoubleClick = 4,
    Disabled = 8,
    AllowOverlap = 16,
}
