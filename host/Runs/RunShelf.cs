using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Runs;

/// <summary>The runs in some folders, followed while they are written and while more appear.</summary>
internal sealed class RunShelf
{
    // Runs stand in the folder of a search, or one below; deeper lies data.
    private const int MostDepth = 2, MostRuns = 2000;

    private readonly Dictionary<string, RunReader> _readers = [];

    /// <summary>The folders to look in: run folders themselves, or folders above them.</summary>
    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>The runs, in the natural order of their names.</summary>
    public IReadOnlyList<RunView> Runs { get; private set; } = [];

    /// <summary>Looks in other folders from now on.</summary>
    public void Follow(IEnumerable<string> folders) => Folders = [.. folders.Select(Path.GetFullPath).Select(Path.TrimEndingDirectorySeparator).Distinct()];

    /// <summary>Reads what has changed. Takes a while; not for the window's thread.</summary>
    /// <returns>Whether anything had.</returns>
    public bool Look()
    {
        var found = new Dictionary<string, string>();
        foreach (var folder in Folders)
        {
            foreach (var run in Find(folder, 0).Take(MostRuns))
                found.TryAdd(run, NameOf(folder, run));
        }
        var changed = false;
        foreach (var gone in _readers.Keys.Except(found.Keys).ToList())
            changed |= _readers.Remove(gone);
        foreach (var (run, name) in found)
        {
            if (!_readers.TryGetValue(run, out var reader))
                _readers[run] = reader = new RunReader(run, name);
            changed |= reader.Look();
        }
        if (changed)
            Runs = [.. _readers.Values.Select(reader => reader.View).OrderBy(view => view.Name, NaturalOrder.Instance).ThenBy(view => view.Folder, StringComparer.Ordinal)];
        return changed;
    }

    /// <summary>The runs of folders, read once.</summary>
    /// <exception cref="UserException">A folder is not there, or there is no run in any.</exception>
    public static IReadOnlyList<RunView> Read(IReadOnlyList<string> folders)
    {
        if (folders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
            throw new UserException($"There is no folder '{missing}'.");
        var shelf = new RunShelf();
        shelf.Follow(folders);
        shelf.Look();
        return shelf.Runs.Count > 0 ? shelf.Runs
            : throw new UserException($"There is no run in {string.Join(", ", folders.Select(folder => $"'{folder}'"))}: no folder there holds a run.json or a metrics.csv.");
    }

    private static IEnumerable<string> Find(string folder, int depth)
    {
        if (RunReader.IsRun(folder))
            return [folder];
        if (depth == MostDepth || !Directory.Exists(folder))
            return [];
        try
        {
            return [.. Directory.EnumerateDirectories(folder).SelectMany(below => Find(below, depth + 1))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string NameOf(string folder, string run) => run == folder ? Path.GetFileName(run) : Path.GetRelativePath(folder, run);
}
