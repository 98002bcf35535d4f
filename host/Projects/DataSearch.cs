using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>Finds data of a project that may have been moved.</summary>
/// <remarks>
/// Tried in this order: the path relative to the project, the full path at which it was last, and then by name beside the project, in the folders that
/// the user gave, and in those where other data of the project were found. A file found by name counts only if it has the same fingerprint.
/// </remarks>
internal sealed class DataSearch(string projectFolder, IEnumerable<string> folders)
{
    // Enough for a folder of scans; a search of a whole disk would not end.
    private const int MostDepth = 4, MostFolders = 2000;

    private readonly List<string> _places = [projectFolder, .. folders.Select(Path.GetFullPath)];

    /// <summary>The path where the data lie, or null where they are not found.</summary>
    /// <param name="relative">The path that the project has, from its folder, with forward slashes.</param>
    /// <param name="last">The full path at which it was last, or null.</param>
    /// <param name="stamp">What the data were, or null where that is not known.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public string? Find(string relative, string? last, DataStamp? stamp, CancellationToken cancellationToken = default)
    {
        var direct = Path.GetFullPath(Path.Combine(projectFolder, relative));
        if (Exists(direct))
            return Found(direct);
        if (last is not null && Exists(last) && Matches(last, stamp))
            return Found(last);
        var name = Path.GetFileName(relative.TrimEnd('/'));
        foreach (var place in _places.ToList())
        {
            if (Below(place, cancellationToken).Select(folder => Path.Combine(folder, name)).FirstOrDefault(path => Exists(path) && Matches(path, stamp)) is { } found)
                return Found(found);
        }
        return null;
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static bool Matches(string path, DataStamp? stamp)
    {
        try
        {
            return stamp is null || (DataStamp.Of(path) is { } other && other.IsSameData(stamp));
        }
        catch (UserException)
        {
            return false;
        }
    }

    private string Found(string path)
    {
        if (Path.GetDirectoryName(path) is { } folder && !_places.Contains(folder))
            _places.Add(folder);
        return path;
    }

    // The folder and those below it, the nearest first.
    private static IEnumerable<string> Below(string place, CancellationToken cancellationToken)
    {
        var waiting = new Queue<(string Folder, int Depth)>([(place, 0)]);
        for (var seen = 0; waiting.Count > 0 && seen < MostFolders; seen++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (folder, depth) = waiting.Dequeue();
            yield return folder;
            if (depth == MostDepth)
                continue;
            string[] inner;
            try
            {
                inner = Directory.GetDirectories(folder);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            foreach (var each in inner.Order(StringComparer.Ordinal))
                waiting.Enqueue((each, depth + 1));
        }
    }
}
