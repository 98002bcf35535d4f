using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Tells how solid places are, for the shade that surroundings throw.</summary>
internal interface IPacketSolid
{
    /// <summary>From 0 to 1, at places in voxels; what is cut away is free.</summary>
    Vector256<float> SolidAt(in Packet3 place);
}
