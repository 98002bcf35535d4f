using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Where the samples of eight rays are: positions in the fixed point of a <see cref="VoxelStore"/>, so that after n steps they are the same to the last bit
/// whether the steps were walked or leapt.
/// </summary>
internal struct PacketWalk
{
    /// <summary>Position of the next sample, see <see cref="IPacketSampler"/>.</summary>
    public Vector256<int> X, Y, Z;

    /// <summary>Advance of a step.</summary>
    public Vector256<int> StepX, StepY, StepZ;

    /// <summary>Samples that are still to come; 0 or less for rays that are done.</summary>
    public Vector256<int> Left;

    /// <summary>Begins walks.</summary>
    /// <param name="rays">The rays.</param>
    /// <param name="first">Depth of the first sample.</param>
    /// <param name="step">Depth of a step.</param>
    /// <param name="count">Number of samples; 0 for rays that see nothing.</param>
    /// <param name="scene">With the size of a voxel.</param>
    /// <param name="fractionBits">Of the store.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PacketWalk(in RayPacket rays, Vector256<float> first, Vector256<float> step, Vector256<int> count, ImageScene scene, int fractionBits)
    {
        float unit = 1 << fractionBits;
        // A voxel of rim, less the half voxel from a wall to a centre.
        var half = Vector256.Create(0.5f * unit);
        var perX = Vector256.Create(unit / scene.Voxel.X);
        var perY = Vector256.Create(unit / scene.Voxel.Y);
        var perZ = Vector256.Create(unit / scene.Voxel.Z);
        X = Vector256.ConvertToInt32Native(((rays.OriginX + (rays.DirectionX * first)) * perX) + half);
        Y = Vector256.ConvertToInt32Native(((rays.OriginY + (rays.DirectionY * first)) * perY) + half);
        Z = Vector256.ConvertToInt32Native(((rays.OriginZ + (rays.DirectionZ * first)) * perZ) + half);
        StepX = Vector256.ConvertToInt32Native(rays.DirectionX * step * perX);
        StepY = Vector256.ConvertToInt32Native(rays.DirectionY * step * perY);
        StepZ = Vector256.ConvertToInt32Native(rays.DirectionZ * step * perZ);
        Left = count;
    }

    /// <summary>For <see cref="EmptyLeaps.Leap"/>.</summary>
    public readonly LeapScale Scale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Inverse(StepX), Inverse(StepY), Inverse(StepZ));
    }

    /// <summary>Where the outermost rays are.</summary>
    public readonly CornerPlaces Corners
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Lanes.Corners(X), Lanes.Corners(Y), Lanes.Corners(Z));
    }

    /// <summary>How far the outermost rays go until what is fetched now is read.</summary>
    public readonly CornerPlaces Ahead
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Lanes.Corners(StepX) * CornerPlaces.Ahead, Lanes.Corners(StepY) * CornerPlaces.Ahead, Lanes.Corners(StepZ) * CornerPlaces.Ahead);
    }

    /// <summary>Goes one step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        X += StepX;
        Y += StepY;
        Z += StepZ;
        Left -= Vector256<int>.One;
    }

    /// <summary>Goes as many steps as each ray may.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(Vector256<int> steps)
    {
        X += StepX * steps;
        Y += StepY * steps;
        Z += StepZ * steps;
        Left -= steps;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Inverse(Vector256<int> step)
    {
        // A ray that does not move along an axis comes to no wall there.
        var value = Vector256.ConvertToSingle(step);
        return Vector256<float>.One / Vector256.ConditionalSelect(Vector256.Equals(step, Vector256<int>.Zero).AsSingle(), Vector256.Create(1e-6f), value);
    }
}
