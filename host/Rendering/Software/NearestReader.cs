using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Reads values of the voxel that holds a place.</summary>
internal readonly struct NearestReader<TSampler>(TSampler sampler) : IVoxelReader
    where TSampler : struct, IPacketSampler
{
    public static float Scale => TSampler.Scale;

    public static float Shift => TSampler.Shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Read(Vector256<int> x, Vector256<int> y, Vector256<int> z) => sampler.Nearest(x, y, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Read(Vector512<int> x, Vector512<int> y, Vector512<int> z) => Vector512.Create(
        sampler.Nearest(x.GetLower(), y.GetLower(), z.GetLower()), sampler.Nearest(x.GetUpper(), y.GetUpper(), z.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(in CornerPlaces places) => sampler.Prefetch(places);
}
