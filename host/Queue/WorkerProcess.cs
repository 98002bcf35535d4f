using System.Diagnostics;
using System.Runtime.InteropServices;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>Starts the worker: this same program in a process of its own, which goes on when whoever started it ends.</summary>
internal static partial class WorkerProcess
{
    /// <summary>The option that makes a worker independent of the terminal and the standard streams it was started with.</summary>
    public const string DetachedOption = "--detached";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), Pause = TimeSpan.FromMilliseconds(30);

    /// <summary>Says that the queue shall be worked on, and makes sure that somebody does.</summary>
    /// <param name="store">The queue.</param>
    /// <param name="parallel">Runs at a time, or null to leave that as it is.</param>
    /// <param name="pluginFolder">The only folder to look for plugins in, or null.</param>
    /// <exception cref="UserException">The worker does not come up.</exception>
    public static void Start(QueueStore store, int? parallel, string? pluginFolder)
    {
        store.Update(queue => queue.IsStarted && (parallel ?? queue.Parallel) == queue.Parallel ? queue : queue with { IsStarted = true, Parallel = parallel ?? queue.Parallel });
        if (store.HasWorker)
            return;
        using var process = Launch(pluginFolder);
        var until = DateTime.UtcNow + Patience;
        while (!store.HasWorker)
        {
            // One with nothing to do is done before it is seen.
            if (process.HasExited && !store.HasWorker)
            {
                if (process.ExitCode == 0 || !store.Read().IsStarted)
                    return;
                throw new UserException($"The worker of the queue ended at once with exit code {process.ExitCode}. 'queue work' runs it here, and tells why.");
            }
            if (DateTime.UtcNow > until)
                throw new UserException($"The worker of the queue did not come up within {Patience.TotalSeconds:0} s. 'queue work' runs it here, and tells why.");
            Thread.Sleep(Pause);
        }
    }

    /// <summary>Leaves the terminal and the standard streams: their end shall not be the worker's.</summary>
    public static void Detach()
    {
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        if (!OperatingSystem.IsWindows())
            _ = SetSession();
    }

    private static Process Launch(string? pluginFolder)
    {
        var own = typeof(WorkerProcess).Assembly.Location;
        // The program may be its own file, or be run by 'dotnet'.
        var isOwnFile = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Path.GetFileNameWithoutExtension(own);
        // Streams of its own that nobody holds: else who waits for the end of ours would wait for the worker's.
        var start = new ProcessStartInfo(isOwnFile ? Environment.ProcessPath! : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = UserFolders.Data,
        };
        string[] words = [.. isOwnFile ? Array.Empty<string>() : [own], "queue", "work", DetachedOption, .. pluginFolder is null ? Array.Empty<string>() : ["--plugin-folder", Path.GetFullPath(pluginFolder)]];
        foreach (var word in words)
            start.ArgumentList.Add(word);
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("no process was made");
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new UserException($"The worker of the queue cannot be started: {problem.Message} 'queue work' runs it here.", problem);
        }
    }

    // Fails where the process leads a group already, which then is no terminal's foreground.
    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSession();
}
