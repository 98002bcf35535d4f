using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A folder that an operation filled, and the page in it that tells of it.</summary>
internal sealed record FilledFolder
{
    /// <param name="path">The folder; looked into once, here, since it is shown in every frame.</param>
    public FilledFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Exists = Directory.Exists(Path);
        Report = Exists ? Directory.EnumerateFiles(Path, "*.html").Order(NaturalOrder.Instance).FirstOrDefault() : null;
    }

    public string Path { get; }

    public bool Exists { get; }

    /// <summary>A page for the browser, or null where the operation writes none.</summary>
    public string? Report { get; }
}
