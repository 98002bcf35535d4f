using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws one layer for packets of rays. It holds all that the picture depends on and never changes, so several threads can draw at a time.</summary>
/// <param name="blending">How the layer is put over what is there.</param>
internal abstract class LayerCaster(LayerBlending blending)
{
    /// <summary>How the layer is put over what is there.</summary>
    public LayerBlending Blending { get; } = blending;

    /// <summary>Whether it has surfaces that hide what is behind.</summary>
    public abstract bool HasOpaque { get; }

    /// <summary>Whether it has anything that lets through.</summary>
    public abstract bool HasTranslucent { get; }

    /// <summary>Draws what is opaque, with its depth, where that is before what was seen.</summary>
    public void DrawOpaque(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        CastOpaque(view, rays, out var seen);
        pixels.Take(seen, view.StoredDepth(seen.Depth));
    }

    /// <summary>Draws for two packets what is opaque: in one go, where the processor can.</summary>
    public void DrawOpaque(in RayView view, in RayPacket first, in RayPacket second, ref PacketPixels firstPixels, ref PacketPixels secondPixels)
    {
        if (!CastOpaque(view, first, second, out var firstSeen, out var secondSeen))
        {
            DrawOpaque(view, first, ref firstPixels);
            DrawOpaque(view, second, ref secondPixels);
            return;
        }
        firstPixels.Take(firstSeen, view.StoredDepth(firstSeen.Depth));
        secondPixels.Take(secondSeen, view.StoredDepth(secondSeen.Depth));
    }

    /// <summary>Draws what lets through, over what was seen and not behind its depth.</summary>
    public virtual void DrawTranslucent(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        CastTranslucent(view, rays, pixels.Depth, Blending, wantsDepth: false, out var seen);
        if (!Lanes.None(seen.Hit))
            PacketBlend.Over(ref pixels, seen, Blending);
    }

    /// <summary>Draws for two packets what lets through: in one go, where the processor can.</summary>
    public void DrawTranslucent(in RayView view, in RayPacket first, in RayPacket second, ref PacketPixels firstPixels, ref PacketPixels secondPixels)
    {
        if (!CastTranslucent(view, first, second, firstPixels.Depth, secondPixels.Depth, out var firstSeen, out var secondSeen))
        {
            DrawTranslucent(view, first, ref firstPixels);
            DrawTranslucent(view, second, ref secondPixels);
            return;
        }
        if (!Lanes.None(firstSeen.Hit))
            PacketBlend.Over(ref firstPixels, firstSeen, Blending);
        if (!Lanes.None(secondSeen.Hit))
            PacketBlend.Over(ref secondPixels, secondSeen, Blending);
    }

    /// <summary>Sets the depth to that of what is seen, where that is before what was seen.</summary>
    public virtual void Pick(in RayView view, in RayPacket rays, ref PacketPixels pixels)
    {
        if (HasOpaque)
            DrawOpaque(view, rays, ref pixels);
        if (!HasTranslucent)
            return;
        CastTranslucent(view, rays, Vector256<float>.One, LayerBlending.Translucent, wantsDepth: true, out var seen);
        pixels.Take(seen, view.StoredDepth(seen.Depth));
    }

    /// <summary>Finds surfaces that hide what is behind.</summary>
    protected abstract void CastOpaque(in RayView view, in RayPacket rays, out PacketColor seen);

    /// <summary>Finds for two packets surfaces that hide what is behind; gives false where that is not faster than one after the other, and then has done nothing.</summary>
    protected virtual bool CastOpaque(in RayView view, in RayPacket first, in RayPacket second, out PacketColor firstSeen, out PacketColor secondSeen)
    {
        (firstSeen, secondSeen) = (default, default);
        return false;
    }

    /// <summary>Finds for two packets what lets through; gives false where that is not faster than one after the other, and then has done nothing.</summary>
    protected virtual bool CastTranslucent(in RayView view, in RayPacket first, in RayPacket second, Vector256<float> firstLimit, Vector256<float> secondLimit,
        out PacketColor firstSeen, out PacketColor secondSeen)
    {
        (firstSeen, secondSeen) = (default, default);
        return false;
    }

    /// <summary>Finds what lets through.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="limit">Stored depths at which they end.</param>
    /// <param name="blending">How it will be put over what is there.</param>
    /// <param name="wantsDepth">Whether <see cref="PacketColor.Depth"/> must be right.</param>
    /// <param name="seen">What was found.</param>
    protected abstract void CastTranslucent(
        in RayView view, in RayPacket rays, Vector256<float> limit, LayerBlending blending, bool wantsDepth, out PacketColor seen);
}
