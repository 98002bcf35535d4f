using System.Buffers;
using System.Security.Cryptography;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>What tells a file or folder of data from another, cheaply.</summary>
/// <param name="Bytes">Its length; of a folder, that of all files in it.</param>
/// <param name="Modified">When it was written last.</param>
/// <param name="Fingerprint">SHA-256 in hex over the length and, of a file, its first, middle and last 64 KiB; of a folder, over names and lengths of its files.</param>
internal sealed record DataStamp(long Bytes, DateTime Modified, string Fingerprint)
{
    private const int Sample = 1 << 16;

    /// <summary>The stamp of what is at a path, or null where there is nothing.</summary>
    /// <exception cref="UserException">It cannot be read.</exception>
    public static DataStamp? Of(string path)
    {
        try
        {
            return File.Exists(path) ? OfFile(path) : Directory.Exists(path) ? OfFolder(path) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{path}' cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Whether it is the same data, wherever it lies and whenever it was copied.</summary>
    public bool IsSameData(DataStamp other) => other.Bytes == Bytes && other.Fingerprint == Fingerprint;

    private static DataStamp OfFile(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{length}\n"));
        var buffer = ArrayPool<byte>.Shared.Rent(Sample);
        try
        {
            foreach (var start in new[] { 0, Math.Max(0, (length - Sample) / 2), Math.Max(0, length - Sample) })
                hash.AppendData(buffer.AsSpan(0, RandomAccess.Read(file, buffer.AsSpan(0, Sample), start)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return new DataStamp(length, File.GetLastWriteTimeUtc(path), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static DataStamp OfFolder(string path)
    {
        var files = new DirectoryInfo(path).GetFiles().Where(file => !file.Name.StartsWith('.')).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var names = string.Join('\n', files.Select(file => $"{file.Length} {file.Name}"));
        var latest = files.Select(file => file.LastWriteTimeUtc).DefaultIfEmpty(Directory.GetLastWriteTimeUtc(path)).Max();
        return new DataStamp(files.Sum(file => file.Length), latest, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names))));
    }
}
