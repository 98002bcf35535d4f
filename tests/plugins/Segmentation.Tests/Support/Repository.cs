namespace VolumeViewer.Plugins.Tests;

/// <summary>Finds files of the repository from where the tests run.</summary>
internal static class Repository
{
    /// <summary>A file of the repository, by its path from the root.</summary>
    public static string File(string path) => Above(path) ?? throw new FileNotFoundException($"'{path}' is in no folder above '{AppContext.BaseDirectory}'.");

    /// <summary>A file or folder in some folder above the tests, or null.</summary>
    public static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (Path.Exists(candidate))
                return candidate;
        }
        return null;
    }
}
