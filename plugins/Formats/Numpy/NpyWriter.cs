using System.Buffers;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Writes NumPy arrays of shape (z, y, x). The format has no place for the voxel size and the phases.</summary>
public sealed class NpyWriter : IVolumeWriter
{
    /// <inheritdoc/>
    public string Id => "npy";

    /// <inheritdoc/>
    public string Title => "NumPy array";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".npy"];

    /// <inheritdoc/>
    public void Write(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentNullException.ThrowIfNull(path);
        NewFile.Write(path, handle =>
        {
            var header = NpyHeader.Compose(volume.Shape, volume.VoxelType);
            RandomAccess.Write(handle, header, 0);
            var sliceBytes = volume.Shape.SliceLength * volume.VoxelType.ByteSize();
            var rented = ArrayPool<byte>.Shared.Rent(sliceBytes);
            try
            {
                var slice = rented.AsSpan(0, sliceBytes);
                for (var z = 0; z < volume.Shape.Depth; z++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    volume.ReadSlice(z, slice);
                    RandomAccess.Write(handle, slice, header.Length + ((long)z * sliceBytes));
                    progress?.Report(new JobProgress((z + 1.0) / volume.Shape.Depth, $"slice {z + 1} of {volume.Shape.Depth} written"));
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        });
    }
}
