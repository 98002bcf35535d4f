using System.Runtime.InteropServices;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

internal sealed unsafe class GlfwMonitor(nint handle, int index) : IMonitor
{
    internal nint Handle { get; } = handle;

    public int Index { get; } = index;
    public string Name => Marshal.PtrToStringUTF8(GlfwNative.glfwGetMonitorName(Handle)) ?? string.Empty;

    public VideoMode VideoMode
    {
        get
        {
            var mode = GlfwNative.glfwGetVideoMode(Handle);
            return mode is null ? VideoMode.Default : new VideoMode(new Vector2D<int>(mode->Width, mode->Height), mode->RefreshRate);
        }
    }

    public Rectangle<int> Bounds
    {
        get
        {
            GlfwNative.glfwGetMonitorPos(Handle, out var x, out var y);
            return new Rectangle<int>(new Vector2D<int>(x, y), VideoMode.Resolution ?? default);
        }
    }

    public IWindow CreateWindow(WindowOptions opts) => new GlfwWindow(opts with { Position = Bounds.Origin + opts.Position });

    /// <summary>All monitors, the main one first.</summary>
    internal static IReadOnlyList<GlfwMonitor> All()
    {
        GlfwLibrary.EnsureInitialized();
        var handles = GlfwNative.glfwGetMonitors(out var count);
        var monitors = new GlfwMonitor[count];
        for (var i = 0; i < count; i++)
            monitors[i] = new GlfwMonitor(handles[i], i);
        return monitors;
    }
}
