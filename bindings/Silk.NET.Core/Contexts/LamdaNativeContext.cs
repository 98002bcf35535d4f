namespace Silk.NET.Core.Contexts;

/// <summary>Finds native functions by asking a delegate.</summary>
public class LamdaNativeContext : INativeContext
{
    private readonly Func<string, nint> _getProcAddress;

    public LamdaNativeContext(Func<string, nint> getProcAddress)
    {
        ArgumentNullException.ThrowIfNull(getProcAddress);
        _getProcAddress = getProcAddress;
    }

    public nint GetProcAddress(string proc, int? slot = default) => TryGetProcAddress(proc, out var address, slot)
        ? address
        : throw new Loader.SymbolLoadingException(proc);

    public bool TryGetProcAddress(string proc, out nint addr, int? slot = default) => (addr = _getProcAddress(proc)) != 0;

    public void Dispose()
    {
    }
}
