using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

/// <summary>Volumes with voxels that are all different, and voxels read back as numbers.</summary>
internal static class Voxels
{
    public static VolumeShape Shape { get; } = new(4, 5, 6);

    /// <summary>Fits into 8 bits, and differs along every axis and for every channel.</summary>
    public static double Small(int z, int y, int x, int channel) => (z * 47) + (y * 7) + x + (channel * 31);

    public static IVolumeSource Make(VoxelType type, VolumeShape shape, Spacing? spacing = null) => type switch
    {
        VoxelType.UInt8 => Make<byte>(shape, spacing, i => (byte)(i * 7)),
        VoxelType.UInt16 => Make<ushort>(shape, spacing, i => (ushort)(i * 541)),
        VoxelType.Int16 => Make<short>(shape, spacing, i => (short)((i * 541) - 32768)),
        VoxelType.UInt32 => Make<uint>(shape, spacing, i => (uint)i * 35791394u),
        VoxelType.Int32 => Make<int>(shape, spacing, i => int.MinValue + (i * 35791394)),
        VoxelType.Float32 => Make<float>(shape, spacing, i => (i - 50) / 3f),
        _ => Make<double>(shape, spacing, i => (i - 50) / 3.0),
    };

    /// <summary>Every voxel in its own type, which a double holds exactly.</summary>
    public static double[] Read(IVolumeSource source) => [.. Enumerable.Range(0, source.Shape.Depth).SelectMany(z =>
    {
        var raw = new byte[source.Shape.SliceLength * source.VoxelType.ByteSize()];
        source.ReadSlice(z, raw);
        return source.VoxelType switch
        {
            VoxelType.UInt8 => raw.Select(value => (double)value),
            VoxelType.UInt16 => Cast<ushort>(raw),
            VoxelType.Int16 => Cast<short>(raw),
            VoxelType.UInt32 => Cast<uint>(raw),
            VoxelType.Int32 => Cast<int>(raw),
            VoxelType.Float32 => Cast<float>(raw),
            _ => Cast<double>(raw),
        };
    })];

    /// <summary>What a source with these samples should hold.</summary>
    public static double[] Expected(VolumeShape shape, Func<int, int, int, double> value) =>
        [.. from z in Enumerable.Range(0, shape.Depth)
            from y in Enumerable.Range(0, shape.Height)
            from x in Enumerable.Range(0, shape.Width)
            select value(z, y, x)];

    private static Volume<T> Make<T>(VolumeShape shape, Spacing? spacing, Func<int, T> value) where T : unmanaged
    {
        var volume = new Volume<T>(shape, spacing);
        for (var z = 0; z < shape.Depth; z++)
        {
            var slice = volume.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = value((z * slice.Length) + i);
        }
        return volume;
    }

    private static IEnumerable<double> Cast<T>(byte[] raw) where T : unmanaged, System.Numerics.INumber<T> =>
        MemoryMarshal.Cast<byte, T>(raw).ToArray().Select(double.CreateChecked);
}
