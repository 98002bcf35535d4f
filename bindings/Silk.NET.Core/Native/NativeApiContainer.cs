using Silk.NET.Core.Contexts;

namespace Silk.NET.Core.Native;

public abstract class NativeApiContainer : IDisposable
{
    protected NativeApiContainer(INativeContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        Context = ctx;
    }

    public INativeContext Context { get; }

    public virtual void Dispose() => Context.Dispose();
}
