namespace Silk.NET.Core.Loader;

/// <summary>A native function that the library or driver does not have.</summary>
public class SymbolLoadingException : Exception
{
    public SymbolLoadingException(string symbol)
        : base($"Native function '{symbol}' was not found. The library or the OpenGL driver is too old for it, or no context is current.")
    {
    }
}
