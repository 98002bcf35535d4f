namespace Silk.NET.Core.Contexts;

/// <summary>Finds native functions by name.</summary>
public interface INativeContext : IDisposable
{
    nint GetProcAddress(string proc, int? slot = default);
    bool TryGetProcAddress(string proc, out nint addr, int? slot = default);
}
