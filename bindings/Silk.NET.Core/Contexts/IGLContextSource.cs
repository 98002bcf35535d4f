namespace Silk.NET.Core.Contexts;

public interface IGLContextSource
{
    IGLContext? GLContext { get; }
}
