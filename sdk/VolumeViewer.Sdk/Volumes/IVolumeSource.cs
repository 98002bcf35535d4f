namespace VolumeViewer.Sdk;

/// <summary>A volume that can be read slice by slice: in memory, memory-mapped, or decoded on demand.</summary>
/// <remarks>Reading is safe from several threads at a time. Who opened a source disposes it.</remarks>
public interface IVolumeSource : IDisposable
{
    /// <summary>Voxels along (z, y, x).</summary>
    VolumeShape Shape { get; }

    /// <summary>Distance between voxel centres, µm.</summary>
    Spacing Spacing { get; }

    /// <summary>What one voxel is stored as.</summary>
    VoxelType VoxelType { get; }

    /// <summary>The phases, when the voxels are known to be labels; the voxels then hold <see cref="Phase.FileValue"/>s.</summary>
    PhaseTable? Phases => null;

    /// <summary>About how many bytes of main memory it holds; 0 where slices are read on demand.</summary>
    long MemoryBytes => 0;

    /// <summary>Fills <paramref name="destination"/> with one z-slice, row by row, in this machine's byte order.</summary>
    /// <param name="z">Slice index, from 0.</param>
    /// <param name="destination">Exactly one slice: <see cref="VolumeShape.SliceLength"/> times the bytes of a voxel.</param>
    /// <exception cref="VolumeReadException">The data of this slice cannot be read or decoded.</exception>
    void ReadSlice(int z, Span<byte> destination);

    /// <summary>The same slice with its voxels turned into floats.</summary>
    /// <param name="z">Slice index, from 0.</param>
    /// <param name="destination">Exactly one slice of <see cref="VolumeShape.SliceLength"/> voxels.</param>
    /// <exception cref="VolumeReadException">The data of this slice cannot be read or decoded.</exception>
    void ReadSlice(int z, Span<float> destination);
}
