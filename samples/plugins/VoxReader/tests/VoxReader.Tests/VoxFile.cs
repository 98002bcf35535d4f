using VolumeViewer.Sdk;

namespace VoxReader.Tests;

/// <summary>Makes .voxs files.</summary>
internal static class VoxFile
{
    /// <summary>A file whose n-th voxel is n, or 257·n where voxels have two bytes.</summary>
    public static byte[] Make(VolumeShape shape, int bytesPerVoxel, Spacing? spacing)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write("VOXS"u8);
        writer.Write(1);
        writer.Write(bytesPerVoxel);
        writer.Write(shape.Depth);
        writer.Write(shape.Height);
        writer.Write(shape.Width);
        writer.Write(spacing?.Z ?? 0);
        writer.Write(spacing?.Y ?? 0);
        writer.Write(spacing?.X ?? 0);
        for (var voxel = 0; voxel < shape.VoxelCount; voxel++)
        {
            writer.Write((byte)voxel);
            if (bytesPerVoxel == 2)
                writer.Write((byte)voxel);
        }
        return memory.ToArray();
    }
}
