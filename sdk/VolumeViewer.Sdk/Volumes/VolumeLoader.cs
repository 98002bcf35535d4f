using System.Runtime.InteropServices;

namespace VolumeViewer.Sdk;

/// <summary>Brings volumes from a source into memory.</summary>
public static class VolumeLoader
{
    /// <summary>Reads a whole source into memory, turning its voxels into <typeparamref name="T"/>. The caller owns the copy.</summary>
    /// <exception cref="ArgumentException">The source stores another type, and <typeparamref name="T"/> is not float.</exception>
    public static Volume<T> Load<T>(this IVolumeSource source, CancellationToken cancellationToken = default) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        var volume = new Volume<T>(source.Shape, source.Spacing);
        if (volume.VoxelType != source.VoxelType && typeof(T) != typeof(float))
            throw new ArgumentException($"A source of {source.VoxelType} cannot be loaded as {volume.VoxelType}; load it as float.", nameof(source));
        source.ForEachSlice(z =>
        {
            if (typeof(T) == typeof(float))
                source.ReadSlice(z, MemoryMarshal.Cast<T, float>(volume.Slice(z)));
            else
                source.ReadSlice(z, MemoryMarshal.AsBytes(volume.Slice(z)));
        }, cancellationToken);
        return volume;
    }

    /// <summary>Runs an action for every slice on all cores; the first exception comes out as it was thrown, not wrapped.</summary>
    public static void ForEachSlice(this IVolumeSource source, Action<int> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            Parallel.For(0, source.Shape.Depth, new ParallelOptions { CancellationToken = cancellationToken }, action);
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
