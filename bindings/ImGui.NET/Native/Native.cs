using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ImGuiNET;

/// <summary>The functions of libcimgui.so, by the names that cimgui gives them.</summary>
internal static unsafe partial class Native
{
    private const string Library = "cimgui";

#pragma warning disable CA2255 // A stand-in has no entry point of its own to set the resolver from.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void ResolveLibrary() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Resolve);

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Library)
            return IntPtr.Zero;
        var failures = new List<string>();
        foreach (var folder in new[] { Path.GetDirectoryName(assembly.Location), AppContext.BaseDirectory })
        {
            if (string.IsNullOrEmpty(folder))
                continue;
            var path = Path.Combine(folder, "libcimgui.so");
            try
            {
                return NativeLibrary.Load(path);
            }
            catch (DllNotFoundException e)
            {
                failures.Add($"{path}: {e.Message}");
            }
        }
        throw new DllNotFoundException("Dear ImGui could not be loaded. Tried:\n  " + string.Join("\n  ", failures)
            + "\nBuild the project ImGui.NET, and install the Debian packages libimgui-dev and libstb0.");
    }

    [LibraryImport(Library)]
    internal static partial IntPtr igCreateContext(ImFontAtlas* shared_font_atlas);

    [LibraryImport(Library)]
    internal static partial void igDestroyContext(IntPtr ctx);

    [LibraryImport(Library)]
    internal static partial void igNewFrame();

    [LibraryImport(Library)]
    internal static partial void igSetNextFrameWantCaptureKeyboard([MarshalAs(UnmanagedType.U1)] bool want);

    [LibraryImport(Library)]
    internal static partial void igSetNextFrameWantCaptureMouse([MarshalAs(UnmanagedType.U1)] bool want);

    [LibraryImport(Library)]
    internal static partial void igSetNextWindowSizeConstraints(Vector2 size_min, Vector2 size_max);

    [LibraryImport(Library)]
    internal static partial IntPtr igGetVersion();

    [LibraryImport(Library)]
    internal static partial ImDrawList* igGetBackgroundDrawList();

    [LibraryImport(Library)]
    internal static partial ImDrawList* igGetForegroundDrawList();

    [LibraryImport(Library)]
    internal static partial int vvSizeOf(int which);
}
