using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A handle of a libtorch tensor. Several handles can share one tensor's memory.</summary>
    public partial class Tensor : IDisposable
    {
        internal IntPtr handle;

        private static long _totalCount;
        private static long _peakCount;

        internal Tensor(IntPtr handle, bool register = true)
        {
            this.handle = handle;
            var total = Interlocked.Increment(ref _totalCount);
            for (var peak = Volatile.Read(ref _peakCount); total > peak;)
                peak = Interlocked.CompareExchange(ref _peakCount, total, peak) is var seen && seen == peak ? total : seen;
            if (register)
                OwningDisposeScope = DisposeScopeManager.ThreadSingleton.RegisterOnCurrentDisposeScope(this);
        }

        ~Tensor() => Dispose(false);

        /// <summary>Handles not yet disposed, of all threads.</summary>
        public static long TotalCount => Interlocked.Read(ref _totalCount);

        public static long PeakCount => Interlocked.Read(ref _peakCount);

        public string? name { get; set; }

        public bool IsInvalid => handle == IntPtr.Zero;

        public IntPtr Handle => handle != IntPtr.Zero ? handle
            : throw new InvalidOperationException("Tensor invalid -- empty handle. It was disposed, by itself or with its dispose scope.");

        internal DisposeScope? OwningDisposeScope { get; set; }

        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var taken = Interlocked.Exchange(ref handle, IntPtr.Zero);
            if (taken == IntPtr.Zero)
                return;
            if (disposing)
            {
                DisposeScopeManager.ThreadSingleton.DisposingOnCurrentScope(this);
                OwningDisposeScope?.MarkAsDisposed(this);
            }
            Interlocked.Decrement(ref _totalCount);
            Shim.shim_tensor_free(taken);
        }

        public IntPtr DecoupleFromNativeHandle()
        {
            GC.SuppressFinalize(this);
            var taken = Handle;
            Interlocked.Decrement(ref _totalCount);
            handle = IntPtr.Zero;
            return taken;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null && other is not null)
                other.Attach(this);
            else
                OwningDisposeScope?.MoveToOther(other, this);
            return this;
        }

        public override bool Equals(object? obj) => obj is Tensor tensor && Equals(tensor);

        public bool Equals(Tensor target) => Op.Bool("equal", this, target);

        public override int GetHashCode() => base.GetHashCode();

        /// <summary>Runs an operator that changes this tensor.</summary>
        private Tensor Self(string op, params ReadOnlySpan<Value> arguments)
        {
            Op.Run(op, arguments);
            return this;
        }
    }

    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.NewDisposeScope();

    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ThreadSingleton.CurrentDisposeScope;

    /// <summary>Only the result of the expression outlives it.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
