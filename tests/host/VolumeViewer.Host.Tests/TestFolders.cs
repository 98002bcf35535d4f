namespace VolumeViewer.Host.Tests;

/// <summary>Where the tests find the repository, the built program and the fixtures, and folders of their own.</summary>
internal static class TestFolders
{
    public static string Repository { get; } = FindRepository();

    public static string Samples { get; } = Path.Combine(Repository, "samples", "data");

    // artifacts/bin/VolumeViewer.Host.Tests/release/ stands beside artifacts/bin/VolumeViewer.Host/release/.
    public static string Program { get; } = Path.Combine(
        Repository, "artifacts", "bin", "VolumeViewer.Host", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));

    public static string Fixture(string name) => Path.Combine(Repository, "artifacts", "fixtures", name);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
