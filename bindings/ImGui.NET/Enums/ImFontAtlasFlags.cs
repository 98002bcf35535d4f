namespace ImGuiNET;

public enum ImFontAtlasFlags
{
    None = 0,
    NoPowerOfTwoHeight = 1,
    NoMouseCursors = 2,
    NoBakedLines = 4,
}
