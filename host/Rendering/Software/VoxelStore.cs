using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Voxels in main memory as rays read them: one voxel wider on every side, so that interpolation needs no bounds. "Padded" counts voxels from that rim.
/// </summary>
internal abstract class VoxelStore
{
    protected VoxelStore(VolumeShape size)
    {
        Size = size;
        var longest = Math.Max(size.Width, Math.Max(size.Height, size.Depth)) + 4;
        FractionBits = BitOperations.LeadingZeroCount((uint)longest) - 1;
    }

    /// <summary>Voxels along (z, y, x), without the rim.</summary>
    public VolumeShape Size { get; }

    /// <summary>Positions are 32-bit numbers with this many bits behind the point: as many as leave room for the longest edge, 16 at least.</summary>
    public int FractionBits { get; }

    /// <summary>The store that reads fastest within a number of bytes.</summary>
    /// <param name="size">Voxels along (z, y, x).</param>
    /// <param name="type">What is stored.</param>
    /// <param name="budget">Bytes.</param>
    public static VoxelStore Create(VolumeShape size, VoxelType type, long budget) => type switch
    {
        VoxelType.UInt8 when OctetStore.BytesFor(size) <= budget => new OctetStore(size),
        VoxelType.UInt8 => new ByteStore(size),
        VoxelType.UInt16 or VoxelType.Int16 => new ShortStore(size),
        _ => new SingleStore(size),
    };

    /// <summary>Takes over a slice; safe to call for several slices at a time.</summary>
    /// <param name="z">Which.</param>
    /// <param name="voxels">Row by row, in the bytes of the voxel type.</param>
    public abstract void Write(int z, ReadOnlySpan<byte> voxels);

    /// <summary>The values of a row, counted with the rim: <see cref="VolumeShape.Width"/> + 2 of them.</summary>
    public abstract void ReadRow(int paddedZ, int paddedY, Span<float> row);

    /// <summary>Makes the caster that reads this store.</summary>
    public abstract ImageCaster CreateCaster(ImageScene scene);

    /// <summary>Makes a caster that reads with a sampler.</summary>
    protected ImageCaster Caster<TSampler>(ImageScene scene, TSampler sampler)
        where TSampler : struct, IPacketSampler =>
        scene.Interpolate ? Reading(scene, new LinearReader<TSampler>(sampler)) : Reading(scene, new NearestReader<TSampler>(sampler));

    // A part that is stored likewise is read by the same means.
    private ImageCaster Reading<TReader>(ImageScene scene, TReader reader)
        where TReader : struct, IVoxelReader =>
        scene.Part is { } part && part.Store.CreateCaster(scene with { Part = null }) is ImageCaster<TReader> fine
            ? new ImageCaster<PartReader<TReader>>(scene, this, new(reader, fine.Reader, part, FractionBits)) : new ImageCaster<TReader>(scene, this, reader);

    /// <summary>Where padded slice, row or column n comes from.</summary>
    protected static int Inside(int padded, int length) => Math.Clamp(padded - 1, 0, length - 1);

    /// <summary>The padded slices that show slice z: itself, and the rim beside the outermost.</summary>
    protected static (int First, int Last) PaddedOf(int z, int depth) => (z == 0 ? 0 : z + 1, z == depth - 1 ? depth + 1 : z + 1);
}
