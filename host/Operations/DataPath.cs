using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Paths as people give them.</summary>
internal static class DataPath
{
    /// <summary>The path of a file that may be given as a URL, such as file:///data/my%20scan.tif; other paths stay as they are.</summary>
    /// <exception cref="UserException">It is a URL of another kind, or of another machine.</exception>
    public static string Local(string path)
    {
        var at = path.IndexOf("://", StringComparison.Ordinal);
        // A letter alone before it is a drive of Windows.
        if (at < 2 || !path.AsSpan(0, at).ContainsAnyInRange('a', 'z') || File.Exists(path))
            return path;
        if (!Uri.TryCreate(path, UriKind.Absolute, out var uri) || !uri.IsFile)
            throw new UserException($"'{path}' cannot be opened: of URLs only those of files are read, such as file:///data/scan.tif. Download it first.");
        if (uri.Host.Length > 0 && uri.Host != "localhost" && !OperatingSystem.IsWindows())
            throw new UserException($"'{path}' cannot be opened: it names the machine '{uri.Host}'. Give the path where its files are mounted here.");
        return uri.Host == "localhost" ? Uri.UnescapeDataString(uri.AbsolutePath) : uri.LocalPath;
    }
}
