using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Silk.NET.GLFW;

namespace Silk.NET.Windowing.Glfw;

/// <summary>Finds libglfw, starts it once, and turns its errors into exceptions.</summary>
internal static unsafe class GlfwLibrary
{
    private static readonly string[] Names = ["libglfw.so.3.3", "libglfw.so.3", "libglfw.so"];
    private static readonly Lock Guard = new();
    private static nint _library;
    private static bool _initialized;

#pragma warning disable CA2255 // A stand-in has no entry point of its own to set the resolver from.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void ResolveLibrary() =>
        NativeLibrary.SetDllImportResolver(typeof(GlfwLibrary).Assembly, (name, _, _) => name == GlfwNative.Library ? Load() : 0);

    internal static void EnsureInitialized()
    {
        lock (Guard)
        {
            if (_initialized)
                return;
            Load();
            if (GlfwNative.glfwInit() == 0)
                throw Error("GLFW could not be started");
            _initialized = true;
        }
    }

    /// <summary>Throws what GLFW has reported since it was last asked, if anything.</summary>
    internal static void Check(string action)
    {
        byte* description;
        var code = GlfwNative.glfwGetError(&description);
        if (code != 0)
            throw Exception(action, code, description);
    }

    internal static GlfwException Error(string action)
    {
        byte* description;
        var code = GlfwNative.glfwGetError(&description);
        return Exception(action, code, description);
    }

    private static GlfwException Exception(string action, int code, byte* description)
    {
        var reason = code == 0 ? "GLFW gave no reason" : Marshal.PtrToStringUTF8((nint)description);
        return new GlfwException($"{action}: {reason}.") { ErrorCode = (ErrorCode)code };
    }

    private static nint Load()
    {
        if (_library != 0)
            return _library;
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, out _library))
                return _library;
        }
        throw new PlatformNotSupportedException($"GLFW was not found, so no window can be opened. Tried: {string.Join(", ", Names)}. Install the Debian package libglfw3.");
    }
}
