namespace ImGuiNET;

public enum ImGuiInputTextFlags
{
    None = 0,
    CharsDecimal = 1,
    CharsHexadecimal = 2,
    CharsScientific = 4,
    CharsUppercase = 8,
    CharsNoBlank = 16,
    AllowTabInput = 32,
    EnterReturnsTrue = 64,
    CtrlEnterForNewLine = 256,
    ReadOnly = 512,
    Password = 1024,
    AlwaysOverwrite = 2048,
    AutoSelectAll = 4096,
    NoHorizontalScroll = 32768,
    NoUndoRedo = 65536,
}
