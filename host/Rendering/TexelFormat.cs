using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What a texture stores, and how what a shader reads becomes the volume's value: read * <see cref="Scale"/> + <see cref="Shift"/>.</summary>
internal sealed record TexelFormat(InternalFormat Stored, PixelFormat Pixel, PixelType Type, int Bytes)
{
    public static readonly TexelFormat Byte = new(InternalFormat.R8, PixelFormat.Red, PixelType.UnsignedByte, 1) { Scale = 255 };
    public static readonly TexelFormat TwoBytes = new(InternalFormat.RG8, PixelFormat.RG, PixelType.UnsignedByte, 2);
    public static readonly TexelFormat Single = new(InternalFormat.R32f, PixelFormat.Red, PixelType.Float, 4);
    public static readonly TexelFormat FourBytes = new(InternalFormat.Rgba8, PixelFormat.Rgba, PixelType.UnsignedByte, 4);

    private static readonly TexelFormat UnsignedShort = new(InternalFormat.R16, PixelFormat.Red, PixelType.UnsignedShort, 2) { Scale = 65535 };
    private static readonly TexelFormat SignedShort = UnsignedShort with { Shift = short.MinValue };

    /// <summary>Value per unit of what a shader reads.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>Value where a shader reads zero.</summary>
    public float Shift { get; init; }

    /// <summary>The format that keeps a volume's values.</summary>
    public static TexelFormat Of(VoxelType type) => type switch
    {
        VoxelType.UInt8 => Byte,
        VoxelType.UInt16 => UnsignedShort,
        VoxelType.Int16 => SignedShort,
        _ => Single,
    };

    /// <summary>What a texel holds where the volume has this value, as a number: bytes and words as they are.</summary>
    public float EncodeTexel(float value) => value - Shift;

    /// <summary>What a shader reads where the volume has this value.</summary>
    public float Encode(float value) => (value - Shift) / Scale;
}
