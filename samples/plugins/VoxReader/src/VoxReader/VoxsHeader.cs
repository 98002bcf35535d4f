using System.Buffers.Binary;

using Microsoft.Win32.SafeHandles;

using VolumeViewer.Sdk;

namespace VoxReader;

/// <summary>The first 48 bytes of a .voxs file; all numbers have their low byte first.</summary>
/// <remarks>
/// 0: "VOXS"; 4: version, 1; 8: 1 for bytes, 2 for 16-bit voxels; 12, 16, 20: voxels along z, y, x;
/// 24, 32, 40: spacing along z, y, x in µm as doubles, all 0 where it is not known. The voxels follow, x fastest.
/// </remarks>
/// <param name="Shape">Voxels along (z, y, x).</param>
/// <param name="VoxelType">8 or 16 bits without a sign.</param>
/// <param name="Spacing">In µm.</param>
internal sealed record VoxsHeader(VolumeShape Shape, VoxelType VoxelType, Spacing Spacing)
{
    /// <summary>Where the voxels begin.</summary>
    public const int Length = 48;

    /// <summary>Bytes of a slice.</summary>
    public long SliceBytes => (long)Shape.SliceLength * VoxelType.ByteSize();

    /// <summary>Reads and checks the header, and that the file has all voxels.</summary>
    /// <exception cref="VolumeReadException">Something is wrong; the message says what, and at which byte.</exception>
    public static VoxsHeader Read(string path, SafeFileHandle handle)
    {
        var bytes = new byte[Length];
        var read = RandomAccess.Read(handle, bytes, 0);
        if (read < 4 || !bytes.AsSpan(0, 4).SequenceEqual("VOXS"u8))
            throw new VolumeReadException(path, "it does not begin with the letters VOXS, so it is no voxel file.");
        if (read < Length)
            throw new VolumeReadException(path, $"it ends after {read} bytes, within its header of {Length}.");
        var version = Int(bytes, 4);
        if (version != 1)
            throw new VolumeReadException(path, $"it has version {version} (at byte 4); this reader knows version 1.");
        var type = Int(bytes, 8) switch
        {
            1 => VoxelType.UInt8,
            2 => VoxelType.UInt16,
            var other => throw new VolumeReadException(path, $"a voxel has {other} bytes (at byte 8); it can have 1 or 2."),
        };
        var header = new VoxsHeader(ReadShape(path, bytes), type, ReadSpacing(path, bytes));
        var (expected, actual) = (Length + (header.SliceBytes * header.Shape.Depth), RandomAccess.GetLength(handle));
        if (actual < expected)
        {
            throw new VolumeReadException(path, $"{header.Shape} voxels of {type.ByteSize()} bytes need a file of {expected} bytes, but it has {actual}: "
                + $"it ends in slice {(actual - Length) / header.SliceBytes}. Copy it again.");
        }
        return actual == expected ? header : throw new VolumeReadException(path, $"{actual - expected} bytes follow the last voxel, from byte {expected} on.");
    }

    private static VolumeShape ReadShape(string path, byte[] bytes)
    {
        var lengths = new[] { Int(bytes, 12), Int(bytes, 16), Int(bytes, 20) };
        for (var axis = 0; axis < 3; axis++)
        {
            if (lengths[axis] < 1)
                throw new VolumeReadException(path, $"it has {lengths[axis]} voxels along {(Axis)axis} (at byte {12 + (4 * axis)}); there must be at least 1.");
        }
        if ((long)lengths[1] * lengths[2] * 2 > Array.MaxLength)
            throw new VolumeReadException(path, $"a slice of {lengths[1]} × {lengths[2]} voxels (at byte 16) is larger than can be read.");
        return new VolumeShape(lengths[0], lengths[1], lengths[2]);
    }

    private static Spacing ReadSpacing(string path, byte[] bytes)
    {
        var spacing = new[] { 24, 32, 40 }.Select(at => BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(at))).ToArray();
        if (spacing.All(distance => distance == 0))
            return Spacing.Uncalibrated;
        var wrong = Array.FindIndex(spacing, distance => !(distance > 0) || double.IsInfinity(distance));
        return wrong < 0
            ? new Spacing(spacing[0], spacing[1], spacing[2])
            : throw new VolumeReadException(path, $"the spacing along {(Axis)wrong} is {spacing[wrong]} µm (at byte {24 + (8 * wrong)}); it must be positive.");
    }

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
