using System.Numerics;
using System.Runtime.InteropServices;

namespace VolumeViewer.Host.Rendering;

/// <summary>The block View of view.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct ViewBlock
{
    public Vector3 Eye;
    public float Parallel;
    public Vector3 Right;
    public float Nearest;
    public Vector3 Down;
    public float Farthest;
    public Vector3 Forward;
    public float DepthLimits;

    /// <summary>The same with all lines of sight shifted by parts of a pixel, to the right and down, in a view of this size.</summary>
    public readonly ViewBlock Shifted(Vector2 pixels, int width, int height)
    {
        var aside = (Right * (2 * pixels.X / width)) + (Down * (2 * pixels.Y / height));
        return Parallel > 0.5f ? this with { Eye = Eye + aside } : this with { Forward = Forward + aside };
    }
}

/// <summary>The block Image of image.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct ImageBlock
{
    public Vector3 Extent;
    public float Step;
    public Vector3 TextureExtent;
    public float Opacity;
    public Vector3 Texel;
    public float Isovalue;
    public float LevelScale;
    public float LevelShift;
    public float StartShift;
    public float Blending;
    public float Attenuation;
    public float Occlusion;
    public float Shift;
    public float Unused;
    public Vector3 DetailLow;
    public float HasDetail;
    public Vector3 DetailScale;
    public float Unused2;
}

/// <summary>The block Labels of labels.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct LabelsBlock
{
    public Vector3 Extent;
    public float Blending;
    public Vector3 Voxel;
    public float MaxCrossings;
    public Vector3 Size;
    public float Occlusion;
    public Vector4 OpaqueChannels;
}

/// <summary>The block Slice of slice.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct SliceBlock
{
    public Vector3 Corner;
    public float Height;
    public Vector3 PerColumn;
    public float SamplesPerPixel;
    public Vector3 PerRow;
    public float Opacity;
    public Vector3 Extent;
    public float FromPlane;
    public Vector3 TextureExtent;
    public float OutlineWidth;
    public float LevelScale;
    public float LevelShift;
    public float Blending;
    public float Extra;
    public Vector3 Texels;
    public float Unused;
    public Vector3 SlabStep;
    public float SlabSamples;
    public float SlabProjection;
    public float SlabWeight;
    public float SlabShift;
    public float Unused4;

    /// <summary>Reads the places of the view that were read from the volume. What lies behind each other is one already; it is followed only to where a layer begins, for which few steps do.</summary>
    public readonly SliceBlock FromView(ObliqueKey key)
    {
        var steps = Math.Min(SlabSamples, 32);
        return this with { FromPlane = 4, SamplesPerPixel = key.Samples, SlabSamples = steps, SlabStep = SlabStep * ((SlabSamples - 1) / Math.Max(1, steps - 1)) };
    }

    /// <summary>Reads a single full-resolution slice across an axis, which is the projection of the slab already; null: the 3-D texture.</summary>
    public readonly SliceBlock FromPlaneAcross(VolumeViewer.Sdk.Axis? axis) => axis is { } across
        ? this with { FromPlane = 1 + (int)across, SlabSamples = 1, SlabWeight = 1 }
        : this;
}
