namespace Plugins.Tests;

/// <summary>Where the fixture plugins were built, and copies of them that a test may damage.</summary>
internal sealed class FixtureFolder : IDisposable
{
    public FixtureFolder(string project)
    {
        Directory.CreateDirectory(Path);
        CopyOver(project);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "plugins-tests-" + System.IO.Path.GetRandomFileName());

    public string Plugin => System.IO.Path.Combine(Path, "Fixture.Plugin.dll");

    public static string BuiltPlugin(string project) => System.IO.Path.Combine(BuiltFolder(project), "Fixture.Plugin.dll");

    public void CopyOver(string project)
    {
        foreach (var file in Directory.GetFiles(BuiltFolder(project)))
        {
            // Written in place, as a build does: a copy that replaces the file would be another kind of event for a watcher.
            using var source = File.OpenRead(file);
            using var target = new FileStream(System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)), FileMode.Create, FileAccess.Write);
            source.CopyTo(target);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    // The outputs of all projects lie side by side: .../bin/PROJECT/CONFIGURATION.
    private static string BuiltFolder(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
        return System.IO.Path.Combine(own.Parent!.Parent!.FullName, project, own.Name);
    }
}
