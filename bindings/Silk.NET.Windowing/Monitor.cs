using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Windowing;

public static class Monitor
{
    public static IEnumerable<IMonitor> GetMonitors(IView? view) => GlfwMonitor.All();
    public static IMonitor GetMainMonitor(IView? view) => GlfwMonitor.All()[0];
}
