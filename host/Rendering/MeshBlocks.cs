using System.Numerics;
using System.Runtime.InteropServices;

namespace VolumeViewer.Host.Rendering;

/// <summary>The block Mesh of mesh.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct MeshBlock
{
    public Vector3 Paint;
    public float Opacity;
    public float HasTints;
    public float TestsDepth;
    public float Symbol;
    public float Unused;
}

/// <summary>The block Sheet of sheet.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct SheetBlock
{
    public Vector3 Corner;
    public float Width;
    public Vector3 PerColumn;
    public float Height;
    public Vector3 PerRow;
    public float LineWidth;
}
