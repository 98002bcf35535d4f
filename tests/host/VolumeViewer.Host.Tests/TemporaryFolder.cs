namespace VolumeViewer.Host.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("volumeviewer-test-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A plugin folder holding a copy of a fixture, or only a manifest with this text.</summary>
    public void AddPlugin(string name, string? manifest = null, string? fixture = null)
    {
        var folder = Directory.CreateDirectory(File(name)).FullName;
        if (fixture is not null)
        {
            foreach (var file in Directory.EnumerateFiles(TestFolders.Fixture(fixture)))
                System.IO.File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)));
        }
        if (manifest is not null)
            System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "plugin.json"), manifest);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
