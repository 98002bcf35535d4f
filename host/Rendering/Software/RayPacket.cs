using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>The lines of sight of 4 × 2 pixels; as rayOfPixel in ray.glsl.</summary>
internal struct RayPacket
{
    public Vector256<float> OriginX, OriginY, OriginZ;
    public Vector256<float> DirectionX, DirectionY, DirectionZ;

    /// <summary>One over the length of the direction, which advances 1 along the camera's forward direction.</summary>
    public Vector256<float> InverseLength;

    /// <summary>Middle of the pixels, counted from the lower left corner.</summary>
    public Vector256<float> PixelX, PixelY;

    /// <summary>Places this far below the eye.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Packet3 At(Vector256<float> depth) => new(OriginX + (DirectionX * depth), OriginY + (DirectionY * depth), OriginZ + (DirectionZ * depth));

    /// <summary>The directions with length 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Packet3 Sight() => new Packet3(DirectionX, DirectionY, DirectionZ) * InverseLength;

    /// <summary>The same rays, with their places counted from another origin.</summary>
    /// <param name="origin">(x, y, z), µm.</param>
    public readonly RayPacket From(Vector3 origin) => this with
    {
        OriginX = OriginX - Vector256.Create(origin.X),
        OriginY = OriginY - Vector256.Create(origin.Y),
        OriginZ = OriginZ - Vector256.Create(origin.Z),
    };

    /// <summary>The rays of a packet.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="column">The packet's first column.</param>
    /// <param name="row">The packet's first row, from below.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RayPacket At(in RayView view, int column, int row)
    {
        var x = Lanes.PixelX + Vector256.Create(column + 0.5f);
        var y = Lanes.PixelY + Vector256.Create(row + 0.5f);
        var placeX = ((x + Vector256.Create(view.Jitter.X)) * Vector256.Create(2f / view.Width)) - Vector256<float>.One;
        // Rows run up, places down.
        var placeY = Vector256<float>.One - ((y + Vector256.Create(view.Jitter.Y)) * Vector256.Create(2f / view.Height));
        var block = view.Block;
        var asideX = (placeX * Vector256.Create(block.Right.X)) + (placeY * Vector256.Create(block.Down.X));
        var asideY = (placeX * Vector256.Create(block.Right.Y)) + (placeY * Vector256.Create(block.Down.Y));
        var asideZ = (placeX * Vector256.Create(block.Right.Z)) + (placeY * Vector256.Create(block.Down.Z));
        var (parallel, perspective) = (Vector256.Create(block.Parallel), Vector256.Create(1 - block.Parallel));
        var rays = new RayPacket
        {
            PixelX = x,
            PixelY = y,
            OriginX = Vector256.Create(block.Eye.X) + (parallel * asideX),
            OriginY = Vector256.Create(block.Eye.Y) + (parallel * asideY),
            OriginZ = Vector256.Create(block.Eye.Z) + (parallel * asideZ),
            DirectionX = NotZero(Vector256.Create(block.Forward.X) + (perspective * asideX)),
            DirectionY = NotZero(Vector256.Create(block.Forward.Y) + (perspective * asideY)),
            DirectionZ = NotZero(Vector256.Create(block.Forward.Z) + (perspective * asideZ)),
        };
        rays.InverseLength = Vector256<float>.One / Vector256.Sqrt(
            (rays.DirectionX * rays.DirectionX) + (rays.DirectionY * rays.DirectionY) + (rays.DirectionZ * rays.DirectionZ));
        return rays;
    }

    // No component is exactly zero: what follows divides by them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NotZero(Vector256<float> value) =>
        value + (Vector256.LessThan(Vector256.Abs(value), Vector256.Create(1e-7f)) & Vector256.Create(2e-7f));
}
