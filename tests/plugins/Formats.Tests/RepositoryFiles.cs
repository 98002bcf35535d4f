namespace VolumeViewer.Plugins.Formats.Tests;

/// <summary>Finds data by walking up from the test assembly.</summary>
internal static class RepositoryFiles
{
    public static string Sample(string name) =>
        Above(folder => File.Exists(Path.Combine(folder, "global.json")) ? Path.Combine(folder, "samples", "data", name) : null)
        ?? throw new DirectoryNotFoundException("No folder above the tests holds global.json.");

    public static string? SharedData { get; } = Above(folder => Path.Combine(folder, "shared", "data") is var data && Directory.Exists(data) ? data : null);

    private static string? Above(Func<string, string?> find)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (find(folder) is { } found)
                return found;
        }
        return null;
    }
}

/// <summary>A test that needs data which are not in the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (RepositoryFiles.SharedData is null)
            Skip = "There is no folder shared/data beside the repository.";
    }
}
