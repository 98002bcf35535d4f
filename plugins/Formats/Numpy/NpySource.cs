using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>The slices of a .npy file.</summary>
internal sealed class NpySource(FileBytes bytes, NpyHeader header) : SliceSource(header.Shape, header.VoxelType, Spacing.Uncalibrated, phases: null)
{
    public override void Dispose() => bytes.Dispose();

    protected override void ReadRaw(int z, Span<byte> destination)
    {
        bytes.Read(header.DataOffset + ((long)z * destination.Length), destination);
        if (header.IsForeignOrder)
            ByteOrder.Swap(destination, header.VoxelType.ByteSize());
    }
}
