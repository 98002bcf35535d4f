using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Takes eight rays from voxel to voxel, always through the nearest wall (Amanatides and Woo, A fast voxel traversal algorithm, Eurographics 1987).</summary>
internal unsafe struct LabelWalk
{
    private readonly byte* _labels;
    private readonly VolumeShape _size;
    private readonly Packet3 _origin, _inverse, _between;
    private readonly Vector256<int> _wayX, _wayY, _wayZ;
    private readonly Vector256<float> _last;
    private Vector256<int> _x, _y, _z;
    private Packet3 _wall;

    /// <summary>Depth at which the rays came into the voxels where they are.</summary>
    public Vector256<float> Depth;

    /// <summary>Set for rays that are within the layer.</summary>
    public Vector256<int> Active;

    /// <summary>Set along the axes of the walls through which the rays came.</summary>
    public Vector256<int> EnteredX, EnteredY, EnteredZ;

    /// <param name="store">The labels.</param>
    /// <param name="origin">Of the rays, in voxels.</param>
    /// <param name="direction">Of the rays, in voxels.</param>
    /// <param name="interval">The parts of the rays to walk.</param>
    public LabelWalk(LabelStore store, in Packet3 origin, in Packet3 direction, in RayInterval interval)
    {
        _labels = store.Pin();
        (_size, _last) = (store.Size, interval.Last);
        _origin = origin;
        var one = Vector256<float>.One;
        _inverse = new Packet3(one / direction.X, one / direction.Y, one / direction.Z);
        _between = new Packet3(Vector256.Abs(_inverse.X), Vector256.Abs(_inverse.Y), Vector256.Abs(_inverse.Z));
        (_wayX, _wayY, _wayZ) = (Way(direction.X), Way(direction.Y), Way(direction.Z));
        Depth = interval.First;
        // A little behind the face, which may be the wall between two voxels: rounding must not choose the one that is cut away.
        var start = origin + (direction * interval.First) - (interval.Face * Vector256.Create(1e-3f));
        (_x, _y, _z) = (Cell(start.X, _size.Width), Cell(start.Y, _size.Height), Cell(start.Z, _size.Depth));
        _wall = default;
        (EnteredX, EnteredY, EnteredZ) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        Active = interval.Hit;
        FindWalls();
    }

    /// <summary>Outward normals of the walls through which the rays came.</summary>
    public readonly Packet3 WallNormal => new(
        -Vector256.ConvertToSingle(_wayX & EnteredX), -Vector256.ConvertToSingle(_wayY & EnteredY), -Vector256.ConvertToSingle(_wayZ & EnteredZ));

    /// <summary>The labels where the rays are.</summary>
    public readonly Vector256<int> Labels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var place = (((_z * _size.Height) + _y) * _size.Width) + _x;
            // Rays that have left are nowhere.
            return Lanes.Gather1(_labels, place & Active) & Vector256.Create(0xFF);
        }
    }

    /// <summary>Goes to the next voxels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        Depth = Vector256.ConditionalSelect(Active.AsSingle(), Vector256.MinNative(Vector256.MinNative(_wall.X, _wall.Y), _wall.Z), Depth);
        EnteredX = Vector256.ConditionalSelect(Active, Vector256.LessThanOrEqual(_wall.X, Depth).AsInt32(), EnteredX);
        EnteredY = Vector256.ConditionalSelect(Active, Vector256.LessThanOrEqual(_wall.Y, Depth).AsInt32(), EnteredY);
        EnteredZ = Vector256.ConditionalSelect(Active, Vector256.LessThanOrEqual(_wall.Z, Depth).AsInt32(), EnteredZ);
        var (x, y, z) = (EnteredX & Active, EnteredY & Active, EnteredZ & Active);
        _wall += new Packet3(_between.X & x.AsSingle(), _between.Y & y.AsSingle(), _between.Z & z.AsSingle());
        _x += _wayX & x;
        _y += _wayY & y;
        _z += _wayZ & z;
        Leave();
    }

    /// <summary>Lets rays leap over blocks in which nothing is to be seen.</summary>
    /// <returns>Set for rays that leapt.</returns>
    public Vector256<int> Leap(EmptyLeaps empty)
    {
        var distance = empty.DistanceAt(_x, _y, _z);
        var leaps = Vector256.GreaterThan(distance, Vector256<int>.Zero) & Active;
        if (Lanes.None(leaps))
            return leaps;
        var (toX, toY, toZ) = (Exit(empty, distance, _x, _wayX), Exit(empty, distance, _y, _wayY), Exit(empty, distance, _z, _wayZ));
        var exits = (new Packet3(Vector256.ConvertToSingle(toX), Vector256.ConvertToSingle(toY), Vector256.ConvertToSingle(toZ)) - _origin) * _inverse;
        var depth = Vector256.MinNative(Vector256.MinNative(exits.X, exits.Y), exits.Z);
        var isLeap = leaps.AsSingle();
        Depth = Vector256.ConditionalSelect(isLeap, depth, Depth);
        EnteredX = Vector256.ConditionalSelect(leaps, Vector256.LessThanOrEqual(exits.X, depth).AsInt32(), EnteredX);
        EnteredY = Vector256.ConditionalSelect(leaps, Vector256.LessThanOrEqual(exits.Y, depth).AsInt32(), EnteredY);
        EnteredZ = Vector256.ConditionalSelect(leaps, Vector256.LessThanOrEqual(exits.Z, depth).AsInt32(), EnteredZ);
        var direction = new Packet3(Vector256<float>.One / _inverse.X, Vector256<float>.One / _inverse.Y, Vector256<float>.One / _inverse.Z);
        var place = _origin + (direction * depth);
        _x = Vector256.ConditionalSelect(leaps, Landing(place.X, toX, _wayX, EnteredX, _x), _x);
        _y = Vector256.ConditionalSelect(leaps, Landing(place.Y, toY, _wayY, EnteredY, _y), _y);
        _z = Vector256.ConditionalSelect(leaps, Landing(place.Z, toZ, _wayZ, EnteredZ, _z), _z);
        FindWalls();
        Leave();
        return leaps;
    }

    private static Vector256<int> Way(Vector256<float> direction) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(direction, Vector256<float>.Zero).AsInt32(), Vector256<int>.One, -Vector256<int>.One);

    private static Vector256<int> Cell(Vector256<float> place, int length)
    {
        var cell = Vector256.ConvertToInt32Native(Vector256.Floor(place));
        return Vector256.MinNative(Vector256.MaxNative(cell, Vector256<int>.Zero), Vector256.Create(length - 1));
    }

    // The wall through which a ray leaves the empty cube around its block along one axis.
    private static Vector256<int> Exit(EmptyLeaps empty, Vector256<int> distance, Vector256<int> cell, Vector256<int> way) =>
        ((cell >> empty.Shift) + Vector256.ConditionalSelect(Vector256.GreaterThan(way, Vector256<int>.Zero), distance, Vector256<int>.One - distance)) << empty.Shift;

    // The voxel behind the wall along the axis that was crossed; along the others the one that holds the place, never behind the one before nor out of the cube.
    private static Vector256<int> Landing(Vector256<float> place, Vector256<int> wall, Vector256<int> way, Vector256<int> isCrossed, Vector256<int> before)
    {
        var isUp = Vector256.GreaterThan(way, Vector256<int>.Zero);
        var behind = Vector256.ConditionalSelect(isUp, wall, wall - Vector256<int>.One);
        var inside = Vector256.ConvertToInt32Native(Vector256.Floor(place));
        inside = Vector256.ConditionalSelect(isUp,
            Vector256.MinNative(Vector256.MaxNative(inside, before), wall - Vector256<int>.One), Vector256.MaxNative(Vector256.MinNative(inside, before), wall));
        return Vector256.ConditionalSelect(isCrossed, behind, inside);
    }

    private void FindWalls()
    {
        var (x, y, z) = (Next(_x, _wayX), Next(_y, _wayY), Next(_z, _wayZ));
        _wall = (new Packet3(x, y, z) - _origin) * _inverse;

        static Vector256<float> Next(Vector256<int> cell, Vector256<int> way) => Vector256.ConvertToSingle(cell + Vector256.MaxNative(way, Vector256<int>.Zero));
    }

    // The wall of the box may be met a rounding error before the ray's end: beyond it there is no voxel.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Leave()
    {
        var isInside = Vector256.LessThan(_x.AsUInt32(), Vector256.Create((uint)_size.Width)) & Vector256.LessThan(_y.AsUInt32(), Vector256.Create((uint)_size.Height))
            & Vector256.LessThan(_z.AsUInt32(), Vector256.Create((uint)_size.Depth));
        Active &= isInside.AsInt32() & Vector256.LessThan(Depth, _last).AsInt32();
    }
}
