using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>What eight rays see of a layer.</summary>
internal struct PacketColor
{
    /// <summary>Colour, 0 to 1, multiplied with alpha.</summary>
    public Packet3 Color;

    /// <summary>Opacity.</summary>
    public Vector256<float> Alpha;

    /// <summary>Set for rays that see anything.</summary>
    public Vector256<int> Hit;

    /// <summary>Depth at which it is seen, µm.</summary>
    public Vector256<float> Depth;
}
