namespace ImGuiNET;

public enum ImGuiViewportFlags
{
    None = 0,
    IsPlatformWindow = 1,
    IsPlatformMonitor = 2,
    OwnedByApp = 4,
}
