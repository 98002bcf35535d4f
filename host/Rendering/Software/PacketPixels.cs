using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>What eight rays have seen so far.</summary>
internal struct PacketPixels
{
    /// <summary>Colour, 0 to 1, multiplied with alpha.</summary>
    public Vector256<float> Red, Green, Blue;

    /// <summary>How much the pixels cover what may be behind them.</summary>
    public Vector256<float> Alpha;

    /// <summary>Depth of the nearest surface, from 0 at the least depth of the scene to 1 at the greatest.</summary>
    public Vector256<float> Depth;

    /// <summary>Takes a surface where it lies before what was seen.</summary>
    /// <param name="mask">Which rays hit it.</param>
    /// <param name="red">Its colour, multiplied with alpha.</param>
    /// <param name="green">Likewise.</param>
    /// <param name="blue">Likewise.</param>
    /// <param name="alpha">Its opacity.</param>
    /// <param name="depth">Its depth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hit(Vector256<int> mask, Vector256<float> red, Vector256<float> green, Vector256<float> blue, Vector256<float> alpha, Vector256<float> depth)
    {
        var nearer = mask.AsSingle() & Vector256.LessThanOrEqual(depth, Depth);
        Red = Vector256.ConditionalSelect(nearer, red, Red);
        Green = Vector256.ConditionalSelect(nearer, green, Green);
        Blue = Vector256.ConditionalSelect(nearer, blue, Blue);
        Alpha = Vector256.ConditionalSelect(nearer, alpha, Alpha);
        Depth = Vector256.ConditionalSelect(nearer, depth, Depth);
    }
}
