namespace Architecture.Tests;

/// <summary>Where what was built lies.</summary>
internal static class BuiltFiles
{
    public static string Repository { get; } = FindRepository();

    // artifacts/bin/Architecture.Tests/release/ → artifacts/bin/VolumeViewer.Host/release/
    public static string HostFolder { get; } = Path.Combine(Repository, "artifacts", "bin", "VolumeViewer.Host", Configuration);

    /// <summary>As the artifacts' folders name it: release or debug.</summary>
    public static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
