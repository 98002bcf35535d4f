using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Colours of eight rays, 0 to 1, multiplied with their alpha.</summary>
internal readonly record struct PacketColor(Vector256<float> Red, Vector256<float> Green, Vector256<float> Blue, Vector256<float> Alpha);
