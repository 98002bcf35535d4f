using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>For each of eight rays a surface that lets through.</summary>
internal struct PacketFilm
{
    /// <summary>Where the ray meets it, µm.</summary>
    public Vector256<float> Depth;

    /// <summary>Its colour, multiplied with its opacity; zero for rays that do not meet it.</summary>
    public Packet3 Color;

    /// <summary>Its opacity, likewise.</summary>
    public Vector256<float> Alpha;
}
