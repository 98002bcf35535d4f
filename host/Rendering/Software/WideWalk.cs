using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Two walks side by side; see <see cref="PacketWalk"/>.</summary>
internal struct WideWalk
{
    public Vector512<int> X, Y, Z;

    public Vector512<int> StepX, StepY, StepZ;

    public Vector512<int> Left;

    /// <summary>Puts two walks together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WideWalk(in PacketWalk first, in PacketWalk second)
    {
        (X, Y, Z) = (Vector512.Create(first.X, second.X), Vector512.Create(first.Y, second.Y), Vector512.Create(first.Z, second.Z));
        (StepX, StepY, StepZ) = (Vector512.Create(first.StepX, second.StepX), Vector512.Create(first.StepY, second.StepY), Vector512.Create(first.StepZ, second.StepZ));
        Left = Vector512.Create(first.Left, second.Left);
    }

    /// <summary>Takes two walks apart.</summary>
    public readonly void Split(out PacketWalk first, out PacketWalk second)
    {
        first = new PacketWalk
        {
            X = X.GetLower(),
            Y = Y.GetLower(),
            Z = Z.GetLower(),
            StepX = StepX.GetLower(),
            StepY = StepY.GetLower(),
            StepZ = StepZ.GetLower(),
            Left = Left.GetLower(),
        };
        second = new PacketWalk
        {
            X = X.GetUpper(),
            Y = Y.GetUpper(),
            Z = Z.GetUpper(),
            StepX = StepX.GetUpper(),
            StepY = StepY.GetUpper(),
            StepZ = StepZ.GetUpper(),
            Left = Left.GetUpper(),
        };
    }

    /// <summary>Where the outermost rays are.</summary>
    public readonly CornerPlaces Corners
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(WideLanes.Corners(X), WideLanes.Corners(Y), WideLanes.Corners(Z));
    }

    /// <summary>How far the outermost rays go until what is fetched now is read.</summary>
    public readonly CornerPlaces Ahead
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(WideLanes.Corners(StepX) * CornerPlaces.Ahead, WideLanes.Corners(StepY) * CornerPlaces.Ahead, WideLanes.Corners(StepZ) * CornerPlaces.Ahead);
    }

    /// <summary>Goes one step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        X += StepX;
        Y += StepY;
        Z += StepZ;
        Left -= Vector512<int>.One;
    }

    /// <summary>Goes as many steps as each ray may.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(Vector512<int> steps)
    {
        X += StepX * steps;
        Y += StepY * steps;
        Z += StepZ * steps;
        Left -= steps;
    }

    /// <summary>Lets rays in empty space leap.</summary>
    /// <param name="empty">Where that is.</param>
    /// <param name="active">Rays that go on.</param>
    /// <param name="first">Steps of the rays of the first walk.</param>
    /// <param name="second">Of the second.</param>
    /// <returns>Whether no ray has anything to sample here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Leap(EmptyLeaps empty, Vector512<int> active, in LeapScale first, in LeapScale second)
    {
        var (firstX, firstY, firstZ) = (X.GetLower(), Y.GetLower(), Z.GetLower());
        var (secondX, secondY, secondZ) = (X.GetUpper(), Y.GetUpper(), Z.GetUpper());
        var (firstAway, secondAway) = (empty.DistanceAt(firstX, firstY, firstZ), empty.DistanceAt(secondX, secondY, secondZ));
        var isEmpty = Vector512.GreaterThan(Vector512.Create(firstAway, secondAway), Vector512<int>.Zero) & active;
        if (WideLanes.None(isEmpty))
            return false;
        Advance(Vector512.Create(
            empty.Leap(firstAway, firstX, firstY, firstZ, first), empty.Leap(secondAway, secondX, secondY, secondZ, second)) & isEmpty);
        return isEmpty == active;
    }
}
