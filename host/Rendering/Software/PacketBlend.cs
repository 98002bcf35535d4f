using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Puts colours over those that are there.</summary>
internal static class PacketBlend
{
    /// <summary>Blends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Over(ref PacketPixels pixels, in PacketColor color, LayerBlending blending)
    {
        var through = Vector256<float>.One - color.Alpha;
        pixels.Red = color.Red + (pixels.Red * through);
        pixels.Green = color.Green + (pixels.Green * through);
        pixels.Blue = color.Blue + (pixels.Blue * through);
        pixels.Alpha = color.Alpha + (pixels.Alpha * through);
    }
}
