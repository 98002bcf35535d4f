namespace VolumeViewer.Host.Rendering;

/// <summary>Draws one layer for packets of rays. It holds all that the picture depends on and never changes, so several threads can draw at a time.</summary>
internal abstract class LayerCaster
{
    /// <summary>Whether it has surfaces that hide what is behind.</summary>
    public abstract bool HasOpaque { get; }

    /// <summary>Whether it has anything that lets through.</summary>
    public abstract bool HasTranslucent { get; }

    /// <summary>Draws what is opaque, with its depth, where that is before what was seen.</summary>
    public abstract void CastOpaque(in RayView view, in RayPacket rays, ref PacketPixels pixels);

    /// <summary>Draws what lets through, over what was seen and not behind its depth.</summary>
    public abstract void CastTranslucent(in RayView view, in RayPacket rays, ref PacketPixels pixels);

    /// <summary>Sets the depth to that of what is seen, where that is before what was seen. Colours may be left as they are.</summary>
    public abstract void CastPick(in RayView view, in RayPacket rays, ref PacketPixels pixels);
}
