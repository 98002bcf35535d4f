using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>What eight rays have seen so far.</summary>
internal struct PacketPixels
{
    /// <summary>Colour, 0 to 1, multiplied with alpha.</summary>
    public Packet3 Color;

    /// <summary>How much the pixels cover what may be behind them.</summary>
    public Vector256<float> Alpha;

    /// <summary>Depth of the nearest surface, from 0 at the least depth of the scene to 1 at the greatest.</summary>
    public Vector256<float> Depth;

    /// <summary>Takes a surface where it lies before what was seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(in PacketColor seen, Vector256<float> depth)
    {
        var nearer = seen.Hit.AsSingle() & Vector256.LessThanOrEqual(depth, Depth);
        Color = Packet3.Select(nearer, seen.Color, Color);
        Alpha = Vector256.ConditionalSelect(nearer, seen.Alpha, Alpha);
        Depth = Vector256.ConditionalSelect(nearer, depth, Depth);
    }
}
