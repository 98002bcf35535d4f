using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes libtorch's own tensor archive.</summary>
    public static unsafe void save(Tensor t, string location)
    {
        Shim.Check(Shim.WithText(location, path => Shim.shim_tensor_save(t.Handle, (byte*)path)));
        GC.KeepAlive(t);
    }

    public static unsafe Tensor load(string location) =>
        new(Shim.WithText(location, path => Shim.Check(Shim.shim_tensor_load((byte*)path))));

    public static partial class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static bool is_cudnn_available() => false;

        public static int device_count() => (int)Shim.shim_cuda_devices();

        /// <summary>Without a device there is no generator to seed.</summary>
        public static void manual_seed(long seed) => manual_seed_all(seed);

        public static void manual_seed_all(long seed)
        {
            if (is_available())
                torch.manual_seed(seed);
        }
    }

    public static bool cuda_is_available() => cuda.is_available();
}
