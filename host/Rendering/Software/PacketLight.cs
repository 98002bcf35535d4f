using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Lights surfaces; as lighting.glsl.</summary>
internal static class PacketLight
{
    /// <summary>A lamp beside the eye, light from above, and a small highlight.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="albedo">Colours.</param>
    /// <param name="normal">Of length 1.</param>
    /// <param name="sight">The direction of sight, of length 1.</param>
    /// <param name="shade">Below 1 where the surroundings keep light away.</param>
    public static Packet3 Lit(in ViewBlock view, in Packet3 albedo, in Packet3 normal, in Packet3 sight, Vector256<float> shade)
    {
        var toEye = -sight;
        // Noise can turn a normal away from the eye that sees the surface: such a place is grazed, not black.
        var facing = Packet3.Dot(normal, toEye);
        var turned = (normal + (toEye * Vector256.MaxNative(Vector256.Create(0.02f) - facing, Vector256<float>.Zero))).Normalized();
        var up = Packet3.Of(-Vector3.Normalize(view.Down));
        var aside = Packet3.Of((-0.40f * Vector3.Normalize(view.Down)) - (0.15f * Vector3.Normalize(view.Right)));
        var lamp = (toEye + aside).Normalized();
        var diffuse = Vector256.MaxNative(Packet3.Dot(turned, lamp), Vector256<float>.Zero);
        var half = Vector256.Create(0.5f);
        var sky = half + (half * Packet3.Dot(turned, up));
        var highlight = Power28(Vector256.MaxNative(Packet3.Dot(turned, (lamp + toEye).Normalized()), Vector256<float>.Zero));
        var light = shade * (Vector256.Create(0.30f) + (Vector256.Create(0.20f) * sky) + (Vector256.Create(0.58f) * diffuse));
        var shine = Vector256.Create(0.12f) * highlight * shade;
        return (albedo * light) + new Packet3(shine, shine, shine);
    }

    /// <summary>A wall where something cuts through: nearly its plain colour.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="albedo">Colours.</param>
    /// <param name="normal">Of length 1.</param>
    /// <param name="sight">The direction of sight, of length 1.</param>
    public static Packet3 LitCut(in ViewBlock view, in Packet3 albedo, in Packet3 normal, in Packet3 sight)
    {
        var facing = Vector256.Abs(Packet3.Dot(normal, sight));
        var sky = Vector256.Create(0.5f) - (Vector256.Create(0.5f) * Packet3.Dot(normal, Packet3.Of(Vector3.Normalize(view.Down))));
        return albedo * (Vector256.Create(0.66f) + (Vector256.Create(0.16f) * facing) + (Vector256.Create(0.18f) * sky));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Power28(Vector256<float> value)
    {
        var second = value * value;
        var fourth = second * second;
        var eighth = fourth * fourth;
        return eighth * eighth * eighth * fourth;
    }
}
