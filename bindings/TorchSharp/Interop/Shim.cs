using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>The exported functions of libLibTorchSharp.so (sources in Native/), and how that library is found.</summary>
internal static unsafe class Shim
{
    private const string Library = "LibTorchSharp";

    // A static constructor runs before the first call below, and a failing load must not surface from it: a type that failed to
    // initialise would report itself instead of the missing library.
    static Shim() => NativeLibrary.SetDllImportResolver(typeof(Shim).Assembly, Resolve);

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? paths)
    {
        if (name != Library)
            return IntPtr.Zero;

        var tried = new StringBuilder();
        foreach (var candidate in Candidates(assembly))
        {
            try
            {
                return NativeLibrary.Load(candidate, assembly, paths);
            }
            catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
            {
                tried.AppendLine().Append(" - ").Append(candidate).Append(": ").Append(error.Message.Trim());
            }
        }

        throw new NotSupportedException(
            $"libtorch could not be loaded. Install the Debian packages libtorch-dev and libopenblas0-pthread, then build again. Tried:{tried}");
    }

    private static IEnumerable<string> Candidates(Assembly assembly)
    {
        const string file = "lib" + Library + ".so";
        var beside = Path.GetDirectoryName(assembly.Location);
        if (!string.IsNullOrEmpty(beside))
            yield return Path.Combine(beside, file);
        if (AppContext.BaseDirectory.TrimEnd('/') != beside)
            yield return Path.Combine(AppContext.BaseDirectory, file);
        yield return file;
    }

    /// <summary>Throws what this thread's last failing call left behind, as the real package does.</summary>
    public static void Throw() => throw new ExternalException(Marshal.PtrToStringUTF8((IntPtr)shim_error()));

    public static void Check(long succeeded)
    {
        if (succeeded == 0)
            Throw();
    }

    public static IntPtr Check(IntPtr handle)
    {
        if (handle == IntPtr.Zero)
            Throw();
        return handle;
    }

    public static long* Check(long* words)
    {
        if (words == null)
            Throw();
        return words;
    }

    [DllImport(Library)] private static extern byte* shim_error();
    [DllImport(Library)] public static extern IntPtr shim_operator(byte* name, byte* overload);
    [DllImport(Library)] public static extern long* shim_call(IntPtr op, long* arguments, long count);

    [DllImport(Library)] public static extern void shim_tensor_free(IntPtr tensor);
    [DllImport(Library)] public static extern long* shim_tensor_info(IntPtr tensor);
    [DllImport(Library)] public static extern IntPtr shim_tensor_data(IntPtr tensor);
    [DllImport(Library)] public static extern long shim_tensor_storage_offset(IntPtr tensor);
    [DllImport(Library)]
    public static extern IntPtr shim_tensor_wrap(
        IntPtr data, long* sizes, long count, long dtype, delegate* unmanaged<IntPtr, void> release, IntPtr context);
    [DllImport(Library)] public static extern long shim_tensor_set_requires_grad(IntPtr tensor, long value);
    [DllImport(Library)] public static extern long shim_tensor_retain_grad(IntPtr tensor);
    [DllImport(Library)] public static extern long shim_tensor_grad(IntPtr tensor, IntPtr* gradient);
    [DllImport(Library)] public static extern long shim_tensor_set_grad(IntPtr tensor, IntPtr gradient);
    [DllImport(Library)]
    public static extern long shim_backward(
        IntPtr* roots, long rootCount, IntPtr* gradients, long gradientCount, long retainGraph, long createGraph, IntPtr* inputs, long inputCount);
    [DllImport(Library)]
    public static extern long* shim_grad(
        IntPtr* outputs, long outputCount, IntPtr* inputs, long inputCount, IntPtr* gradients, long gradientCount,
        long retainGraph, long createGraph, long allowUnused);

    [DllImport(Library)] public static extern long shim_grad_mode();
    [DllImport(Library)] public static extern void shim_set_grad_mode(long enabled);
    [DllImport(Library)] public static extern long shim_inference_mode();
    [DllImport(Library)] public static extern IntPtr shim_inference_mode_enter(long enabled);
    [DllImport(Library)] public static extern void shim_inference_mode_leave(IntPtr guard);
    [DllImport(Library)] public static extern long shim_threads();
    [DllImport(Library)] public static extern long shim_set_threads(long count);
    [DllImport(Library)] public static extern long shim_interop_threads();
    [DllImport(Library)] public static extern long shim_set_interop_threads(long count);
    [DllImport(Library)] public static extern long shim_cuda_devices();

    [DllImport(Library)] public static extern void shim_manual_seed(long seed);
    [DllImport(Library)] public static extern IntPtr shim_generator_default();
    [DllImport(Library)] public static extern IntPtr shim_generator_new(long seed);
    [DllImport(Library)] public static extern void shim_generator_free(IntPtr generator);
    [DllImport(Library)] public static extern IntPtr shim_generator_state(IntPtr generator);
    [DllImport(Library)] public static extern long shim_generator_set_state(IntPtr generator, IntPtr state);
    [DllImport(Library)] public static extern long shim_generator_set_seed(IntPtr generator, long seed);
    [DllImport(Library)] public static extern long shim_generator_seed(IntPtr generator);
    [DllImport(Library)] public static extern long shim_generator_initial_seed(IntPtr generator);

    [DllImport(Library)] public static extern long shim_tensor_save(IntPtr tensor, byte* path);
    [DllImport(Library)] public static extern IntPtr shim_tensor_load(byte* path);
    [DllImport(Library)] public static extern IntPtr shim_script_load(byte* path, long device, long index);
    [DllImport(Library)] public static extern IntPtr shim_script_load_bytes(byte* bytes, long count, long device, long index);
    [DllImport(Library)] public static extern long shim_script_save(IntPtr module, byte* path);
    [DllImport(Library)] public static extern void shim_script_free(IntPtr module);
    [DllImport(Library)] public static extern long shim_script_training(IntPtr module);
    [DllImport(Library)] public static extern long shim_script_train(IntPtr module, long on);
    [DllImport(Library)] public static extern long shim_script_to(IntPtr module, long device, long index, long dtype);
    [DllImport(Library)] public static extern long shim_script_arity(IntPtr module, byte* method, long* inputs, long* outputs);
    [DllImport(Library)] public static extern long* shim_script_tensors(IntPtr module, long kind);
    [DllImport(Library)] public static extern long* shim_script_call(IntPtr module, byte* method, long* arguments, long count);

    /// <summary>Lends a zero-terminated UTF-8 copy of a text to a call.</summary>
    public static T WithText<T>(string text, Func<IntPtr, T> call)
    {
        var copy = Marshal.StringToCoTaskMemUTF8(text);
        try
        {
            return call(copy);
        }
        finally
        {
            Marshal.FreeCoTaskMem(copy);
        }
    }

    /// <summary>Frees a pinned array when the last tensor over it has gone.</summary>
    [UnmanagedCallersOnly]
    public static void Unpin(IntPtr context) => GCHandle.FromIntPtr(context).Free();
}
