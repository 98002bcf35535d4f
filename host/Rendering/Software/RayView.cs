using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>How a camera looks into a frame.</summary>
/// <param name="Block">The camera, as shaders know it.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Jitter">By how much of a pixel the rays pass beside the pixels' middles, right and up.</param>
/// <param name="Shift">Shifts the samples of all rays, in steps, 0 to 1.</param>
internal readonly record struct RayView(ViewBlock Block, int Width, int Height, Vector2 Jitter = default, float Shift = 0)
{
    /// <summary>As storedDepth in view.glsl.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> StoredDepth(Vector256<float> t) => Vector256.MinNative(Vector256.MaxNative(
        (t - Vector256.Create(Block.Nearest)) * Vector256.Create(1 / (Block.Farthest - Block.Nearest)), Vector256<float>.Zero), Vector256<float>.One);
}
