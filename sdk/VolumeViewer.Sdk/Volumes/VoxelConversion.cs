using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace VolumeViewer.Sdk;

/// <summary>Sizes of voxel types, and runs of voxels turned from one type into another.</summary>
public static class VoxelConversion
{
    /// <summary>Bytes of one voxel.</summary>
    public static int ByteSize(this VoxelType type) => type switch
    {
        VoxelType.UInt8 => 1,
        VoxelType.UInt16 or VoxelType.Int16 => 2,
        VoxelType.UInt32 or VoxelType.Int32 or VoxelType.Float32 => 4,
        VoxelType.Float64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a voxel type."),
    };

    /// <summary>Whether voxels of this type hold whole numbers.</summary>
    public static bool IsInteger(this VoxelType type) => type is not (VoxelType.Float32 or VoxelType.Float64);

    /// <summary>The voxel type that stores <typeparamref name="T"/>.</summary>
    /// <exception cref="NotSupportedException">No voxel type does.</exception>
    public static VoxelType TypeOf<T>() where T : unmanaged =>
        typeof(T) == typeof(byte) ? VoxelType.UInt8
        : typeof(T) == typeof(ushort) ? VoxelType.UInt16
        : typeof(T) == typeof(short) ? VoxelType.Int16
        : typeof(T) == typeof(uint) ? VoxelType.UInt32
        : typeof(T) == typeof(int) ? VoxelType.Int32
        : typeof(T) == typeof(float) ? VoxelType.Float32
        : typeof(T) == typeof(double) ? VoxelType.Float64
        : throw new NotSupportedException($"A voxel cannot be a {typeof(T).Name}; it can be byte, ushort, short, uint, int, float or double.");

    /// <summary>Turns raw voxels of <paramref name="type"/> (this machine's byte order) into floats.</summary>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public static void ToSingle(ReadOnlySpan<byte> raw, VoxelType type, Span<float> destination)
    {
        if (raw.Length != (long)destination.Length * type.ByteSize())
            throw new ArgumentException($"{raw.Length} bytes are not {destination.Length} voxels of type {type}.", nameof(raw));
        switch (type)
        {
            case VoxelType.UInt8: TensorPrimitives.ConvertTruncating(raw, destination); break;
            case VoxelType.UInt16: TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, ushort>(raw), destination); break;
            case VoxelType.Int16: TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, short>(raw), destination); break;
            case VoxelType.UInt32: TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, uint>(raw), destination); break;
            case VoxelType.Int32: TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, int>(raw), destination); break;
            case VoxelType.Float32: MemoryMarshal.Cast<byte, float>(raw).CopyTo(destination); break;
            case VoxelType.Float64: TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, double>(raw), destination); break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "Not a voxel type.");
        }
    }
}
