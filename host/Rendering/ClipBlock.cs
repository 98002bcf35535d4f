using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VolumeViewer.Host.Rendering;

/// <summary>The block Clip of clip.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ClipBlock
{
    public Vector3 Low;
    public float Count;
    public Vector3 High;
    public float InnerWalls;
    public PlaneList Planes;
    public Vector3 PartLow;
    public float PartSide;
    public Vector3 PartHigh;
    public float Unused;

    /// <summary>The planes, each as its normal and the normal's product with a point of the plane.</summary>
    [InlineArray(LayerCut.MostPlanes)]
    internal struct PlaneList
    {
        private Vector4 _first;
    }
}
