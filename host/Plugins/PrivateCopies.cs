using System.Diagnostics;
using System.Globalization;

namespace VolumeViewer.Host.Plugins;

/// <summary>The folders that plugins' code is loaded from: private copies, so that the plugins' own files can be overwritten or deleted at any time.</summary>
internal static class PrivateCopies
{
    private const string Prefix = "volumeviewer-plugins-";

    // Made with a random name and for this user alone: nobody else can put files where code is loaded from.
    private static readonly Lazy<string> Own = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        return folder;
    });

    private static readonly Lock Cleaning = new();
    private static bool _isClean;
    private static int _number;

    /// <summary>Makes an empty folder for one build of a plugin.</summary>
    public static string Create(string id)
    {
        DeleteThoseOfDeadPrograms();
        return Directory.CreateDirectory(Path.Combine(Own.Value, $"{id}-{Interlocked.Increment(ref _number)}")).FullName;
    }

    /// <summary>Deletes a folder if nobody holds it; what cannot be deleted now is deleted by a later run of the program.</summary>
    public static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static void DeleteThoseOfDeadPrograms()
    {
        lock (Cleaning)
        {
            if (_isClean)
                return;
            _isClean = true;
        }
        var running = Process.GetProcesses().Select(process => process.Id).ToHashSet();
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(folder)[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var process) && !running.Contains(process))
                Delete(folder);
        }
    }
}
