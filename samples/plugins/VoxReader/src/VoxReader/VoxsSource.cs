using System.Buffers.Binary;
using System.Runtime.InteropServices;

using Microsoft.Win32.SafeHandles;

using VolumeViewer.Sdk;

namespace VoxReader;

/// <summary>An open .voxs file. Reads at given places share no position, so several threads can read at a time.</summary>
internal sealed class VoxsSource(string path, SafeFileHandle handle, VoxsHeader header) : IVolumeSource
{
    public VolumeShape Shape => header.Shape;

    public Spacing Spacing => header.Spacing;

    public VoxelType VoxelType => header.VoxelType;

    public void ReadSlice(int z, Span<byte> destination)
    {
        SourceChecks.SliceIndex(z, Shape);
        SourceChecks.SliceLength((int)header.SliceBytes, destination.Length);
        var start = VoxsHeader.Length + (z * header.SliceBytes);
        for (var read = 0; read < destination.Length;)
        {
            var count = RandomAccess.Read(handle, destination[read..], start + read);
            if (count == 0)
                throw new VolumeReadException(path, $"it ended within slice {z} while it was being read. Is it being written?");
            read += count;
        }
        if (VoxelType == VoxelType.UInt16 && !BitConverter.IsLittleEndian)
        {
            var words = MemoryMarshal.Cast<byte, ushort>(destination);
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }

    public void ReadSlice(int z, Span<float> destination)
    {
        SourceChecks.SliceLength(Shape.SliceLength, destination.Length);
        var raw = new byte[header.SliceBytes];
        ReadSlice(z, raw);
        VoxelConversion.ToSingle(raw, VoxelType, destination);
    }

    public void Dispose() => handle.Dispose();
}
