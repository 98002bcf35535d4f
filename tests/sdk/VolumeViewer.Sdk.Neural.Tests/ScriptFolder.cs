namespace VolumeViewer.Sdk.Neural.Tests;

/// <summary>A folder with one script and its sidecar, gone after the test.</summary>
internal sealed class ScriptFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("volumeviewer-script-").FullName;

    /// <param name="script">Name of one of the test scripts, or null for a file that is none.</param>
    /// <param name="sidecar">What stands in the sidecar, or null for no sidecar.</param>
    public ScriptFolder(string? script, string? sidecar)
    {
        if (script is null)
            File.WriteAllText(Path, "This is no archive.");
        else
            File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "Scripts", script), Path);
        if (sidecar is not null)
            File.WriteAllText(System.IO.Path.Combine(_folder, "net.json"), sidecar);
    }

    public string Path => System.IO.Path.Combine(_folder, "net.pt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
