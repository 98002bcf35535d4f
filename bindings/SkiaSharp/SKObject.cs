namespace SkiaSharp;

/// <summary>Owner of something that lives outside the managed heap.</summary>
public abstract class SKNativeObject : IDisposable
{
    private int _isDisposed;

    internal SKNativeObject(IntPtr handle) => Handle = handle;

    ~SKNativeObject() => Dispose(false);

    public virtual IntPtr Handle { get; protected set; }

    protected internal bool IsDisposed => _isDisposed != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    // May run on the finalizer's thread, after what it refers to was finalized.
    protected virtual void DisposeNative()
    {
    }

    protected virtual void DisposeManaged()
    {
    }

    protected virtual void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        DisposeNative();
        if (disposing)
            DisposeManaged();
        Handle = IntPtr.Zero;
    }
}

public abstract class SKObject : SKNativeObject
{
    internal SKObject(IntPtr handle)
        : base(handle)
    {
    }
}
