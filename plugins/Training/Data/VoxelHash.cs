using System.Runtime.InteropServices;
using System.Security.Cryptography;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>SHA-256 of those slices of a volume that were used, for what is no file, or too much to be read whole.</summary>
internal sealed class VoxelHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal VoxelHash(VolumeShape shape) => _hash.AppendData(MemoryMarshal.AsBytes<int>([shape.Depth, shape.Height, shape.Width]));

    /// <summary>Slices so far.</summary>
    internal int Slices { get; private set; }

    internal void Add(int z, ReadOnlySpan<float> slice)
    {
        _hash.AppendData(MemoryMarshal.AsBytes<int>([z]));
        _hash.AppendData(MemoryMarshal.AsBytes(slice));
        Slices++;
    }

    /// <summary>What stands in the record of a run: of a file that was used whole, the file's hash.</summary>
    internal DataFile ToDataFile(string role, string name, string? path, VolumeShape shape) =>
        path is not null && Slices == shape.Depth ? DataFile.Of(role, path)
            : new DataFile(role, path is null ? name : Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), Convert.ToHexStringLower(_hash.GetCurrentHash()));

    public void Dispose() => _hash.Dispose();
}
