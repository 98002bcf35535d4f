namespace Silk.NET.Input;

public enum CursorMode
{
    Normal = 0,
    Hidden = 1,
    Disabled = 2,
    Raw = 3,
}
