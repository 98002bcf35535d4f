using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Opens NumPy arrays of shape (z, y, x) or (y, x), mapped into memory. They have no voxel size.</summary>
public sealed class NpyReader : IVolumeReader
{
    /// <inheritdoc/>
    public string Id => "npy";

    /// <inheritdoc/>
    public string Title => "NumPy array";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".npy"];

    /// <inheritdoc/>
    public bool CanRead(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !Directory.Exists(path);
    }

    /// <inheritdoc/>
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        // An empty file cannot be mapped, and is told of when the header is read.
        NpyHeader header;
        using (var bytes = FileBytes.Open(path))
            header = NpyHeader.Read(bytes);
        return new NpySource(FileBytes.OpenVoxels(path), header);
    }
}
