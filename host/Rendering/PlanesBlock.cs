using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The block Planes of planes.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct PlanesBlock
{
    public Vector4 First;
    public Vector4 Second;
    public Vector4 Third;
    public float Count;
    public Vector3 Unused;

    /// <summary>The block of a layer that is drawn flat.</summary>
    public static PlanesBlock Of(Layer layer, WorldPoint cursor)
    {
        var planes = Depictions.PlanesOf(layer, cursor);
        return new PlanesBlock { First = planes[0], Second = planes.ElementAtOrDefault(1), Third = planes.ElementAtOrDefault(2), Count = planes.Count };
    }
}
