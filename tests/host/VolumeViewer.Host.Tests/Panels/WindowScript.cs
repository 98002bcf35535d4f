using System.Diagnostics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Settings;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Runs the real window on a viewer while a test looks at every frame.</summary>
internal static class WindowScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    // Frames after which the pictures have come to rest, the fine one of the 3-D view too.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1.5);

    /// <summary>Runs the window without plugins until the test has seen enough, or patience ends.</summary>
    public static void Run(Viewer viewer, Func<WindowLoop, bool> isDone)
    {
        using var services = WithoutPlugins();
        Loop(services, viewer, isDone);
    }

    /// <summary>The same for a script of steps.</summary>
    public static void Run(Viewer viewer, params IReadOnlyList<Func<WindowLoop, bool>> steps)
    {
        using var services = WithoutPlugins();
        Run(services, viewer, steps);
    }

    /// <summary>Does and awaits one thing after the other, each in a frame of its own; a condition that is not met is looked at again in the next frame.</summary>
    public static void Run(AppServices services, Viewer viewer, params IReadOnlyList<Func<WindowLoop, bool>> steps)
    {
        var step = 0;
        viewer.ResetView();
        Loop(services, viewer, loop =>
        {
            if (step < steps.Count && steps[step](loop))
                step++;
            return step == steps.Count;
        });
    }

    /// <summary>A step that is done at once.</summary>
    public static Func<WindowLoop, bool> Do(Action<WindowLoop> action) => loop =>
    {
        action(loop);
        return true;
    };

    private static AppServices WithoutPlugins()
    {
        var services = new AppServices(Path.Combine(AppContext.BaseDirectory, "no such plugins"));
        // What an earlier test chose, such as other keys, is not that of the next.
        services.Settings.Update(_ => new AppSettings());
        return services;
    }

    private static void Loop(AppServices services, Viewer viewer, Func<WindowLoop, bool> isDone)
    {
        // Runs from the first frame on: on a busy machine the window takes a while to open, and keys that come before are lost.
        var clock = new Stopwatch();
        MainWindow.Run(services, viewer, new MainWindowOptions
        {
            Title = $"VolumeViewer test {Environment.ProcessId}",
            Size = (1100, 760),
            Scale = 1,
            AfterFrame = loop =>
            {
                clock.Start();
                loop.Bench.Activity.RequestIn(TimeSpan.FromMilliseconds(30));
                if (clock.Elapsed > Patience || (clock.Elapsed > Settled && isDone(loop)))
                    loop.Close();
            },
        });
    }
}
