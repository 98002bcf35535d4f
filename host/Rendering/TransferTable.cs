using System.Collections.Immutable;
using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Colours and opacities of an image layer, from the lower contrast limit to the upper.</summary>
internal static class TransferTable
{
    /// <summary>Entries of a table; image.glsl and slice-image.frag count on it.</summary>
    public const int Length = 1024;

    /// <summary>The colours alone.</summary>
    /// <param name="colormap">The colours.</param>
    /// <param name="gamma">Exponent of the place between the limits.</param>
    public static Vector4[] OfColors(Colormap colormap, float gamma = 1)
    {
        var entries = new Vector4[Length];
        for (var i = 0; i < Length; i++)
        {
            var color = colormap.At(PlaceOf(i, gamma));
            entries[i] = new Vector4(color.R, color.G, color.B, color.A) / 255;
        }
        return entries;
    }

    /// <summary>Colours multiplied with the opacity of one step, and that opacity.</summary>
    /// <param name="colormap">The colours.</param>
    /// <param name="curve">Opacity of one voxel's thickness.</param>
    /// <param name="stepsPerVoxel">Length of a step, in voxels.</param>
    /// <param name="gamma">Exponent of the place between the limits.</param>
    public static Vector4[] OfSteps(Colormap colormap, ImmutableArray<OpacityPoint> curve, float stepsPerVoxel, float gamma = 1)
    {
        var entries = OfColors(colormap, gamma);
        for (var i = 0; i < Length; i++)
        {
            // What n equal layers let through is the n-th power of what one lets through.
            var through = 1 - OpacityAt(curve, PlaceOf(i, gamma));
            var opacity = 1 - MathF.Pow(through, stepsPerVoxel);
            entries[i] = new Vector4(entries[i].AsVector3() * opacity, opacity);
        }
        return entries;
    }

    /// <summary>Colours multiplied with the opacity of one voxel's thickness times the step, and that product: what one step adds to a sum.</summary>
    /// <inheritdoc cref="OfSteps"/>
    public static Vector4[] OfSums(Colormap colormap, ImmutableArray<OpacityPoint> curve, float stepsPerVoxel, float gamma = 1)
    {
        var entries = OfColors(colormap, gamma);
        for (var i = 0; i < Length; i++)
        {
            var weight = OpacityAt(curve, PlaceOf(i, gamma)) * stepsPerVoxel;
            entries[i] = new Vector4(entries[i].AsVector3() * weight, weight);
        }
        return entries;
    }

    /// <summary>The opacity at a place between the contrast limits; before the first and after the last point the curve is level.</summary>
    public static float OpacityAt(ImmutableArray<OpacityPoint> curve, float position)
    {
        if (curve.IsDefaultOrEmpty)
            return 0;
        if (position <= curve[0].Position)
            return Math.Clamp(curve[0].Opacity, 0, 1);
        for (var i = 1; i < curve.Length; i++)
        {
            var (left, right) = (curve[i - 1], curve[i]);
            if (position > right.Position)
                continue;
            var t = right.Position > left.Position ? (position - left.Position) / (right.Position - left.Position) : 1;
            return Math.Clamp(left.Opacity + ((right.Opacity - left.Opacity) * t), 0, 1);
        }
        return Math.Clamp(curve[^1].Opacity, 0, 1);
    }

    private static float PlaceOf(int entry, float gamma) => MathF.Pow(entry / (Length - 1f), gamma);
}
