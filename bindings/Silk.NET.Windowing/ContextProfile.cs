namespace Silk.NET.Windowing;

public enum ContextProfile
{
    Core = 0,
    Compatability = 1,
}
