using System.Buffers;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>What all sources of this plugin share: a slice comes as raw voxels, and is turned into floats from there.</summary>
internal abstract class SliceSource(VolumeShape shape, VoxelType voxelType, Spacing spacing, PhaseTable? phases) : IVolumeSource
{
    public VolumeShape Shape => shape;

    public Spacing Spacing => spacing;

    public VoxelType VoxelType => voxelType;

    public PhaseTable? Phases => phases;

    private int SliceBytes => shape.SliceLength * voxelType.ByteSize();

    public void ReadSlice(int z, Span<byte> destination)
    {
        SourceChecks.SliceIndex(z, shape);
        SourceChecks.SliceLength(SliceBytes, destination.Length);
        ReadRaw(z, destination);
    }

    public void ReadSlice(int z, Span<float> destination)
    {
        SourceChecks.SliceIndex(z, shape);
        SourceChecks.SliceLength(shape.SliceLength, destination.Length);
        if (voxelType == VoxelType.Float32)
        {
            ReadRaw(z, MemoryMarshal.AsBytes(destination));
            return;
        }
        var rented = ArrayPool<byte>.Shared.Rent(SliceBytes);
        try
        {
            var raw = rented.AsSpan(0, SliceBytes);
            ReadRaw(z, raw);
            VoxelConversion.ToSingle(raw, voxelType, destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public abstract void Dispose();

    /// <summary>Fills the destination, which is exactly one slice, with the voxels in this machine's byte order.</summary>
    protected abstract void ReadRaw(int z, Span<byte> destination);
}
