namespace ImGuiNET;

public enum ImGuiSliderFlags
{
    None = 0,
    Logarithmic = 32,
    NoRoundToFormat = 64,
    NoInput = 128,
    ClampOnInput = 512,
    AlwaysClamp = 1536,
    InvalidMask = 1879048207,
}
