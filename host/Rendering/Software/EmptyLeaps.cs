using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// How far from each block the nearest block is in which something is to be seen, in blocks of the chessboard distance: that far a ray may leap
/// (Cohen and Sheffer, Proximity clouds, The Visual Computer 11 (1994) 27).
/// </summary>
internal sealed unsafe class EmptyLeaps
{
    // Below this share of empty blocks, looking for them would cost more than it saves.
    private const double LeastShare = 1 / 16.0;

    private readonly byte[] _distances;
    private readonly byte* _origin;
    private readonly int _shift;
    private readonly int _row;
    private readonly int _slice;
    private readonly uint _last;
    private readonly float _edge;

    private EmptyLeaps(byte[] distances, VolumeShape count, int shift)
    {
        (_distances, _shift) = (distances, shift);
        _origin = (byte*)Unsafe.AsPointer(ref distances[0]);
        (_row, _slice, _last) = (count.Width, count.SliceLength, (uint)count.VoxelCount - 1);
        _edge = 1 << shift;
    }

    /// <summary>Bits of a position within a block.</summary>
    public int Shift => _shift;

    /// <summary>Finds the distances, or gives null where hardly anything is empty, so that looking for it would cost more than it saves.</summary>
    /// <param name="count">Blocks along (z, y, x).</param>
    /// <param name="shift">Bits of a position within a block: those behind the point, and those of the block's edge.</param>
    /// <param name="isVisible">Whether something is to be seen in a block, x fastest.</param>
    public static EmptyLeaps? Find(VolumeShape count, int shift, Func<int, bool> isVisible)
    {
        var (found, emptyShare) = EmptyBlocks.Measure(count, isVisible);
        if (emptyShare < LeastShare)
            return null;
        // Three bytes more, since four are loaded at a time.
        var distances = GC.AllocateUninitializedArray<byte>(found.Length + 3, pinned: true);
        found.CopyTo(distances, 0);
        return new EmptyLeaps(distances, count, shift);
    }

    /// <summary>Whether any of the rays is in empty space; how many blocks away something is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> DistanceAt(Vector256<int> x, Vector256<int> y, Vector256<int> z)
    {
        var block = ((z >> _shift) * _slice) + ((y >> _shift) * _row) + (x >> _shift);
        block = Vector256.MinNative(block.AsUInt32(), Vector256.Create(_last)).AsInt32();
        return Lanes.Gather1(_origin, block) & Vector256.Create(0xFF);
    }

    /// <summary>How many steps a ray may leap from an empty block: up to the first that can see something.</summary>
    /// <param name="distance">See <see cref="DistanceAt"/>; above 0.</param>
    /// <param name="x">Position.</param>
    /// <param name="y">Position.</param>
    /// <param name="z">Position.</param>
    /// <param name="perStep">One over the advance along each axis.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Leap(Vector256<int> distance, Vector256<int> x, Vector256<int> y, Vector256<int> z, in LeapScale perStep)
    {
        var steps = Vector256.MinNative(Vector256.MinNative(Along(distance, x, perStep.X), Along(distance, y, perStep.Y)), Along(distance, z, perStep.Z));
        // The step that is in an empty block itself counts; a rounding error must not make it one too many.
        steps = Vector256.MaxNative(steps + Vector256.Create(0.99f), Vector256<float>.One);
        return Vector256.ConvertToInt32Native(Vector256.MinNative(steps, Vector256.Create(1e6f)));
    }

    // Steps until the wall of the empty cube around the block.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Along(Vector256<int> distance, Vector256<int> place, Vector256<float> perStep)
    {
        var block = place >> _shift;
        var forward = Vector256.GreaterThan(perStep, Vector256<float>.Zero).AsInt32();
        // The upper wall of the last empty block, or the lower one of the first.
        var wall = block + Vector256.ConditionalSelect(forward, distance, Vector256<int>.One - distance);
        return ((Vector256.ConvertToSingle(wall) * Vector256.Create(_edge)) - Vector256.ConvertToSingle(place)) * perStep;
    }
}
