using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Steps of a ray per unit of its position along each axis.</summary>
internal readonly record struct LeapScale(Vector256<float> X, Vector256<float> Y, Vector256<float> Z);
