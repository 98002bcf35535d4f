using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>For each of eight rays a surface that lets through: the n-th along the ray.</summary>
internal struct PacketFilm
{
    /// <summary>Where the ray meets it, µm.</summary>
    public Vector256<float> Depth;

    /// <summary>Its colour, multiplied with its opacity; zero for rays that meet no n-th one.</summary>
    public Packet3 Color;

    /// <summary>Its opacity, likewise.</summary>
    public Vector256<float> Alpha;
}
