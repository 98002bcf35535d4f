using System.Text;
using System.Text.Json;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The files and projects that were opened or saved last, the newest first. Kept among the user's data; several windows share the list.</summary>
internal sealed class RecentFiles(string folder)
{
    private const int Most = 15;

    private readonly string _file = Path.Combine(folder, "recent.json");
    private IReadOnlyList<string>? _paths;

    /// <summary>Those of the user.</summary>
    public static RecentFiles OfUser() => new(UserFolders.Data);

    /// <summary>Full paths of projects, files and folders; those that are gone are left out when the list is read.</summary>
    public IReadOnlyList<string> Paths => _paths ??= Read();

    public IReadOnlyList<string> Projects => [.. Paths.Where(ProjectState.IsProject)];

    /// <summary>Puts a path first.</summary>
    public void Add(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Write([full, .. Read().Where(other => other != full).Take(Most - 1)]);
    }

    /// <summary>Takes a path off the list.</summary>
    public void Remove(string path) => Write([.. Read().Where(other => other != path)]);

    public void Clear() => Write([]);

    private IReadOnlyList<string> Read()
    {
        try
        {
            return File.Exists(_file)
                ? [.. (JsonSerializer.Deserialize<List<string>>(File.ReadAllText(_file)) ?? []).Where(path => File.Exists(path) || Directory.Exists(path)).Take(Most)]
                : [];
        }
        // A list that cannot be read is only a convenience that is lost.
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Write(IReadOnlyList<string> paths)
    {
        _paths = paths;
        try
        {
            Directory.CreateDirectory(folder);
            OutputPath.WriteAllBytes(_file, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(paths)));
        }
        catch (Exception problem) when (problem is UserException or IOException or UnauthorizedAccessException)
        {
            // It holds for this run all the same.
        }
    }
}
