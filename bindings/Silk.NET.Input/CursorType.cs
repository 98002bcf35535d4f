namespace Silk.NET.Input;

public enum CursorType
{
    Standard = 0,
    Custom = 1,
}
