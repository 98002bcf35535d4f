using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>A place or a direction (x, y, z), or a colour (red, green, blue), for each of eight rays.</summary>
internal struct Packet3(Vector256<float> x, Vector256<float> y, Vector256<float> z)
{
    public Vector256<float> X = x, Y = y, Z = z;

    /// <summary>Each component with itself.</summary>
    public readonly Vector256<float> LengthSquared
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (X * X) + (Y * Y) + (Z * Z);
    }

    /// <summary>The same for all rays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Packet3 Of(Vector3 value) => new(Vector256.Create(value.X), Vector256.Create(value.Y), Vector256.Create(value.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Dot(in Packet3 left, in Packet3 right) => (left.X * right.X) + (left.Y * right.Y) + (left.Z * right.Z);

    /// <summary>The second where the mask is not set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Packet3 Select(Vector256<float> mask, in Packet3 first, in Packet3 second) => new(
        Vector256.ConditionalSelect(mask, first.X, second.X), Vector256.ConditionalSelect(mask, first.Y, second.Y), Vector256.ConditionalSelect(mask, first.Z, second.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Packet3 operator +(in Packet3 left, in Packet3 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Packet3 operator -(in Packet3 left, in Packet3 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Packet3 operator -(in Packet3 value) => new(-value.X, -value.Y, -value.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Packet3 operator *(in Packet3 left, in Packet3 right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Packet3 operator *(in Packet3 left, Vector256<float> factor) => new(left.X * factor, left.Y * factor, left.Z * factor);

    /// <summary>Of length 1; a packet of zeros gives numbers that are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Packet3 Normalized() => this * (Vector256<float>.One / Vector256.Sqrt(LengthSquared));
}
