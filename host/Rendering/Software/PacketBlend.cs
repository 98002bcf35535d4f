using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Puts colours over those that are there; as blend.glsl and <see cref="LayerBlends"/>.</summary>
internal static class PacketBlend
{
    /// <summary>What a layer gives for its blending.</summary>
    /// <param name="seen">What it shows; replaced.</param>
    /// <param name="blending">How it is put over what is there.</param>
    /// <param name="opacity">Of the layer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prepare(ref PacketColor seen, LayerBlending blending, Vector256<float> opacity)
    {
        if (blending == LayerBlending.Minimum)
        {
            var white = Vector256<float>.One - seen.Alpha;
            seen.Color += new Packet3(white, white, white);
            seen.Alpha = Vector256<float>.One;
        }
        else if (blending == LayerBlending.Opaque)
            seen.Alpha = Vector256.MaxNative(seen.Alpha, opacity);
    }

    /// <summary>Puts it over what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Over(ref PacketPixels pixels, in PacketColor seen, LayerBlending blending)
    {
        var hit = seen.Hit.AsSingle();
        if (blending == LayerBlending.Minimum)
        {
            pixels.Color = Packet3.Select(hit, new Packet3(
                Vector256.MinNative(pixels.Color.X, seen.Color.X), Vector256.MinNative(pixels.Color.Y, seen.Color.Y), Vector256.MinNative(pixels.Color.Z, seen.Color.Z)), pixels.Color);
            pixels.Alpha = Vector256.ConditionalSelect(hit, Vector256.MinNative(pixels.Alpha, seen.Alpha), pixels.Alpha);
            return;
        }
        var through = blending == LayerBlending.Additive ? Vector256<float>.One : Vector256<float>.One - seen.Alpha;
        var one = Vector256<float>.One;
        var sum = seen.Color + (pixels.Color * through);
        // As a picture of bytes would: what is brighter than white is white for the layers to come.
        sum = new Packet3(Vector256.MinNative(sum.X, one), Vector256.MinNative(sum.Y, one), Vector256.MinNative(sum.Z, one));
        pixels.Color = Packet3.Select(hit, sum, pixels.Color);
        pixels.Alpha = Vector256.ConditionalSelect(hit, Vector256.MinNative(seen.Alpha + (pixels.Alpha * through), one), pixels.Alpha);
    }
}
