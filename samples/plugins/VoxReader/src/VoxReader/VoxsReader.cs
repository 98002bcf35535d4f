using VolumeViewer.Sdk;

namespace VoxReader;

/// <summary>Opens .voxs files. Slices are read when they are asked for, so that a file may be larger than the memory.</summary>
public sealed class VoxsReader : IVolumeReader
{
    /// <inheritdoc/>
    public string Id => "voxs";

    /// <inheritdoc/>
    public string Title => "Voxel file";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".voxs"];

    /// <inheritdoc/>
    public bool CanRead(string path) => Path.GetExtension(path).Equals(".voxs", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <inheritdoc/>
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default)
    {
        var handle = File.OpenHandle(path);
        try
        {
            return new VoxsSource(path, handle, VoxsHeader.Read(path, handle));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }
}
