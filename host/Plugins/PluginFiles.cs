using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace VolumeViewer.Host.Plugins;

/// <summary>The files of a plugin that hold code or say what code is loaded, each with its SHA-256: what trust is given to, and what tells two builds apart.</summary>
/// <param name="Hashes">SHA-256 in lower-case hex by path, relative to the plugin's folder with forward slashes.</param>
internal sealed record PluginFiles(ImmutableSortedDictionary<string, string> Hashes)
{
    private static readonly string[] CodeEndings = [".dll", ".so", ".dylib", ".exe", ".json", ".cs", ".pt"];

    /// <summary>No file at all.</summary>
    public static PluginFiles None { get; } = new(ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>One SHA-256 for all of them.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', Hashes.Select(pair => $"{pair.Value}  {pair.Key}")))));

    /// <summary>Hashes the files of folders, or single files.</summary>
    /// <exception cref="IOException">A file cannot be read, for example while it is being written.</exception>
    public static PluginFiles Read(params IEnumerable<string> paths)
    {
        var hashes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in paths.SelectMany(Enumerate))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        return new PluginFiles(hashes.ToImmutable());
    }

    /// <summary>The code files of a folder, or the single file itself: relative name and full path.</summary>
    public static IEnumerable<(string Name, string File)> Enumerate(string path) => File.Exists(path)
        ? [(Path.GetFileName(path), path)]
        : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(HoldsCode)
            .Select(file => (Path.GetRelativePath(path, file).Replace('\\', '/'), file));

    // Shared objects also come as libx.so.1.
    private static bool HoldsCode(string file) => CodeEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || Path.GetFileName(file).Contains(".so.", StringComparison.Ordinal);
}
