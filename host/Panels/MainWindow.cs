using Silk.NET.Maths;
using Silk.NET.Windowing;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The window of the program.</summary>
internal static class MainWindow
{
    /// <summary>Whether there seems to be a window system; opening the window may still fail.</summary>
    public static bool HasDisplay => !OperatingSystem.IsLinux()
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    /// <summary>Opens the window and runs it until it is closed.</summary>
    /// <param name="services">Plugins, jobs, reading and writing; stay the caller's.</param>
    /// <param name="viewer">What is shown; stays the caller's.</param>
    /// <param name="options">How it opens.</param>
    /// <exception cref="UserException">There is no window system, or no OpenGL 3.3.</exception>
    public static void Run(AppServices services, Viewer viewer, MainWindowOptions? options = null)
    {
        options ??= new MainWindowOptions();
        using var window = Open(options);
        using var bench = new Workbench(services, viewer);
        if (options.RecoveryFolder is { } recovery)
            bench.Recovery.Begin(recovery);
        foreach (var action in options.Startup)
            action(bench);
        bench.Files.Open(options.Paths);
        if (services.Settings.Current.WatchPlugins)
            services.Plugins.Watch();
        try
        {
            using var loop = new WindowLoop(window, bench, options);
            loop.Run();
        }
        finally
        {
            window.Reset();
        }
    }

    private static IWindow Open(MainWindowOptions options)
    {
        var wanted = WindowOptions.Default;
        wanted.Title = options.Title;
        wanted.Size = new Vector2D<int>(options.Size.Width, options.Size.Height);
        wanted.API = new GraphicsAPI(ContextAPI.OpenGL, ContextProfile.Core, ContextFlags.ForwardCompatible, new APIVersion(3, 3));
        IWindow? window = null;
        try
        {
            window = Window.Create(wanted);
            window.Initialize();
            return window;
        }
        // The edge to the window system, which fails in as many ways as there are systems: no display, no driver, no library.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            window?.Dispose();
            throw new UserException($"The window cannot be opened: {failure.Message} It needs a display (on Linux the variable DISPLAY or WAYLAND_DISPLAY) "
                + "and OpenGL 3.3. Without one, 'render' writes pictures to files.", failure);
        }
    }
}
