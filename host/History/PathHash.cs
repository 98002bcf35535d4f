using System.Security.Cryptography;
using System.Text;

namespace VolumeViewer.Host.History;

/// <summary>SHA-256 of a file, or of a folder: then over the names and hashes of all files below it.</summary>
internal static class PathHash
{
    private const int BufferLength = 1 << 20;

    /// <returns>The hash in lower-case hex, or null where there is nothing at that path.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static string? Of(string path, CancellationToken cancellationToken = default) =>
        File.Exists(path) ? OfFile(path, cancellationToken) : Directory.Exists(path) ? OfFiles(FilesOf(path, cancellationToken)) : null;

    /// <summary>The files below a folder with their hashes, by relative name with forward slashes.</summary>
    public static IReadOnlyList<(string Name, string Hash)> FilesOf(string folder, CancellationToken cancellationToken = default) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, OfFile(file.File, cancellationToken))),
    ];

    /// <summary>One hash over the names and hashes of files.</summary>
    public static string OfFiles(IEnumerable<(string Name, string Hash)> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => $"{file.Hash}  {file.Name}")))));

    private static string OfFile(string path, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[(int)Math.Clamp(stream.Length, 1, BufferLength)];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer.AsSpan(0, read));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
