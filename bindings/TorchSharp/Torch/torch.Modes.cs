using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static ScalarType default_dtype = ScalarType.Float32;
    private static Device default_device = new(DeviceType.CPU, -1);

    /// <summary>How a quotient becomes a whole number.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }

    public static ScalarType get_default_dtype() => default_dtype;

    public static Device get_default_device() => default_device;

    public static void set_default_dtype(ScalarType dtype) => default_dtype = dtype;

    public static void set_default_device(Device device) => default_device = InitializeDevice(device);

    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static IDisposable no_grad() => new GradientMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradientMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradientMode(mode);

    public static bool is_grad_enabled() => Shim.shim_grad_mode() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceGuard(mode);

    public static bool is_inference_mode_enabled() => Shim.shim_inference_mode() != 0;

    public static int get_num_threads() => (int)Shim.shim_threads();

    public static void set_num_threads(int num) => Shim.Check(Shim.shim_set_threads(num));

    public static int get_num_interop_threads() => (int)Shim.shim_interop_threads();

    public static void set_num_interop_threads(int num) => Shim.Check(Shim.shim_set_interop_threads(num));

    public static bool is_integral(Tensor t) => t.is_integral();

    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    public static bool is_complex(Tensor input) => input.is_complex();

    private sealed class GradientMode : IDisposable
    {
        private readonly bool _before = is_grad_enabled();

        public GradientMode(bool enabled) => Shim.shim_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Shim.shim_set_grad_mode(_before ? 1 : 0);
    }

    private sealed class InferenceGuard(bool enabled) : IDisposable
    {
        private IntPtr _guard = Shim.Check(Shim.shim_inference_mode_enter(enabled ? 1 : 0));

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _guard, IntPtr.Zero) is var guard && guard != IntPtr.Zero)
                Shim.shim_inference_mode_leave(guard);
        }
    }
}
