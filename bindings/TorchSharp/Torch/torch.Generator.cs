using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers. Its state is a tensor of bytes, which restored continues the same sequence.</summary>
    public class Generator : IDisposable
    {
        public Generator(ulong seed = 0, Device? device = null)
            : this(Shim.Check(Shim.shim_generator_new((long)seed)))
        {
            if (device is not null && device.type != DeviceType.CPU)
                throw new NotSupportedException($"This libtorch has no generator on {device}. Use the CPU.");
        }

        private Generator(IntPtr handle) => (Handle, device) = (handle, CPU);

        ~Generator() => Dispose(false);

        public static Generator Default => new(Shim.Check(Shim.shim_generator_default()));

        public IntPtr Handle { get; private set; }

        public Device device { get; private set; }

        public Tensor get_state()
        {
            var state = new Tensor(Shim.Check(Shim.shim_generator_state(Handle)));
            GC.KeepAlive(this);
            return state;
        }

        public void set_state(Tensor value)
        {
            Shim.Check(Shim.shim_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public Generator manual_seed(long seed)
        {
            Shim.Check(Shim.shim_generator_set_seed(Handle, seed));
            return this;
        }

        public long seed()
        {
            var drawn = Shim.shim_generator_seed(Handle);
            GC.KeepAlive(this);
            return drawn;
        }

        public long initial_seed()
        {
            var first = Shim.shim_generator_initial_seed(Handle);
            GC.KeepAlive(this);
            return first;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Handle != IntPtr.Zero)
                Shim.shim_generator_free(Handle);
            Handle = IntPtr.Zero;
        }
    }

    public static partial class random
    {
        public static long seed() => torch.seed();

        public static long initial_seed() => torch.initial_seed();

        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }

    /// <summary>Seeds the generators of all devices.</summary>
    public static Generator manual_seed(long seed)
    {
        Shim.shim_manual_seed(seed);
        return Generator.Default;
    }

    public static long seed()
    {
        using var generator = Generator.Default;
        return generator.seed();
    }

    public static long initial_seed()
    {
        using var generator = Generator.Default;
        return generator.initial_seed();
    }

    public static Tensor get_rng_state()
    {
        using var generator = Generator.Default;
        return generator.get_state();
    }

    public static void set_rng_state(Tensor new_state)
    {
        using var generator = Generator.Default;
        generator.set_state(new_state);
    }
}
