using System.Buffers;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A box of a volume as a volume of its own. It reads from the volume, which stays the caller's.</summary>
internal sealed class CroppedSource(IVolumeSource volume, VoxelBox box) : IVolumeSource
{
    public VolumeShape Shape { get; } = new(box.Depth, box.Height, box.Width);

    public Spacing Spacing => volume.Spacing;

    public VoxelType VoxelType => volume.VoxelType;

    public void ReadSlice(int z, Span<byte> destination) => Read<byte>(destination, volume.VoxelType.ByteSize(), whole => volume.ReadSlice(box.Z + z, whole));

    public void ReadSlice(int z, Span<float> destination) => Read<float>(destination, 1, whole => volume.ReadSlice(box.Z + z, whole));

    public void Dispose()
    {
    }

    private void Read<T>(Span<T> destination, int perVoxel, SpanReader<T> read) where T : unmanaged
    {
        SourceChecks.SliceLength(Shape.SliceLength * perVoxel, destination.Length);
        var length = volume.Shape.SliceLength * perVoxel;
        var rented = ArrayPool<T>.Shared.Rent(length);
        try
        {
            read(rented.AsSpan(0, length));
            var (row, width) = (volume.Shape.Width * perVoxel, box.Width * perVoxel);
            for (var y = 0; y < box.Height; y++)
                rented.AsSpan(((box.Y + y) * row) + (box.X * perVoxel), width).CopyTo(destination[(y * width)..]);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(rented);
        }
    }

    private delegate void SpanReader<T>(Span<T> whole);
}
