using System.Security.Cryptography;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>A file that a model was trained on.</summary>
/// <param name="Role">"image" or "labels".</param>
/// <param name="Name">The file's name without its folder, so that moved data still counts as the same.</param>
/// <param name="Sha256">Of what is in it, in lower-case hexadecimal digits.</param>
internal sealed record DataFile(string Role, string Name, string Sha256)
{
    /// <summary>Reads a file; of a folder (a volume in slices), all files in natural order.</summary>
    internal static DataFile Of(string role, string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (!Directory.Exists(path))
            return new DataFile(role, name, Hash(path));
        var lines = Directory.EnumerateFiles(path).OrderBy(Path.GetFileName, NaturalOrder.Instance).Select(file => $"{Path.GetFileName(file)} {Hash(file)}\n");
        return new DataFile(role, name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))));
    }

    internal static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
