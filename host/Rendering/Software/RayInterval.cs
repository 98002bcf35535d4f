using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>The part of each ray of a packet that lies within a layer; as clipToBox in ray.glsl.</summary>
internal struct RayInterval
{
    /// <summary>Depth at which the ray comes in and goes out.</summary>
    public Vector256<float> First, Last;

    /// <summary>Set where there is such a part.</summary>
    public Vector256<int> Hit;

    /// <summary>Outward normal of the wall through which the ray comes in; zero where it begins inside.</summary>
    public Packet3 Face;

    /// <summary>Set where the ray begins within the layer, where another part of it ends.</summary>
    public Vector256<int> GoesOn;

    /// <summary>Cuts rays with a box and planes.</summary>
    /// <param name="rays">The rays.</param>
    /// <param name="cut">What is cut away.</param>
    /// <param name="extent">Edges (x, y, z) of the layer, µm.</param>
    /// <param name="nearest">The least depth that is seen.</param>
    /// <param name="innerWalls">Walls behind which the layer goes on, drawn apart: 1 lowest x, 2 highest x, 4 and 8 of y, 16 and 32 of z.</param>
    public static RayInterval Of(in RayPacket rays, LayerCut cut, Vector3 extent, float nearest, int innerWalls = 0)
    {
        var interval = default(RayInterval);
        var (low, high) = (Vector3.Max(cut.Low, Vector3.Zero), Vector3.Min(cut.High, extent));
        if (!(low.X < high.X && low.Y < high.Y && low.Z < high.Z))
            return interval;
        interval.First = Vector256.Create(float.MinValue);
        interval.Last = Vector256.Create(float.MaxValue);
        Slab(rays.OriginX, rays.DirectionX, low.X, high.X, ref interval, ref interval.Face.X, ref interval.Face.Y, ref interval.Face.Z);
        Slab(rays.OriginY, rays.DirectionY, low.Y, high.Y, ref interval, ref interval.Face.Y, ref interval.Face.X, ref interval.Face.Z);
        Slab(rays.OriginZ, rays.DirectionZ, low.Z, high.Z, ref interval, ref interval.Face.Z, ref interval.Face.X, ref interval.Face.Y);
        var start = Vector256.Create(nearest);
        var isWall = Vector256.GreaterThanOrEqual(interval.First, start);
        interval.Face.X &= isWall;
        interval.Face.Y &= isWall;
        interval.Face.Z &= isWall;
        interval.First = Vector256.MaxNative(interval.First, start);
        if (innerWalls != 0)
            interval.EnterInside(rays, innerWalls);
        for (var plane = 0; plane < cut.Planes.Count; plane++)
            interval.Cut(rays, cut.Planes[plane]);
        if (innerWalls != 0)
            interval.GoesOn &= Vector256.LessThan(interval.Face.LengthSquared, Vector256.Create(0.5f)).AsInt32();
        interval.Hit = Vector256.LessThan(interval.First, interval.Last).AsInt32();
        return interval;
    }

    /// <summary>Leaves of the rays what lies on one side of a box.</summary>
    public void Restrict(in RayPacket rays, in RayPart part)
    {
        var (enters, leaves) = (Vector256.Create(float.MinValue), Vector256.Create(float.MaxValue));
        Between(rays.OriginX, rays.DirectionX, part.Low.X, part.High.X, ref enters, ref leaves);
        Between(rays.OriginY, rays.DirectionY, part.Low.Y, part.High.Y, ref enters, ref leaves);
        Between(rays.OriginZ, rays.DirectionZ, part.Low.Z, part.High.Z, ref enters, ref leaves);
        var meets = Vector256.LessThan(enters, leaves) & Vector256.GreaterThan(leaves, First) & Vector256.LessThan(enters, Last);
        if (part.IsBehind)
        {
            GoesOn = meets.AsInt32();
            Face = Packet3.Select(meets, default, Face);
            First = Vector256.ConditionalSelect(meets, leaves, Last);
        }
        else
            Last = Vector256.ConditionalSelect(meets, Vector256.MinNative(Last, enters), Last);
        Hit &= Vector256.LessThan(First, Last).AsInt32();
    }

    /// <summary>Lets the rays end at the depths of surfaces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndAt(Vector256<float> storedDepth, in ViewBlock view)
    {
        // A little short of the surface, or rounding lets a layer shine through where the surface lies on its own wall.
        var depth = Vector256.Create(view.Nearest) + ((storedDepth - Vector256.Create(1e-4f)) * Vector256.Create(view.Farthest - view.Nearest));
        Last = Vector256.MinNative(Last, depth);
        Hit = Vector256.LessThan(First, Last).AsInt32();
    }

    private static void Between(Vector256<float> origin, Vector256<float> direction, float low, float high, ref Vector256<float> enters, ref Vector256<float> leaves)
    {
        var (toLow, toHigh) = ((Vector256.Create(low) - origin) / direction, (Vector256.Create(high) - origin) / direction);
        enters = Vector256.MaxNative(enters, Vector256.MinNative(toLow, toHigh));
        leaves = Vector256.MinNative(leaves, Vector256.MaxNative(toLow, toHigh));
    }

    // Rays that come in through a wall behind which the layer goes on begin inside of it.
    private void EnterInside(in RayPacket rays, int innerWalls)
    {
        var inside = IsInner(Face.X, rays.DirectionX, innerWalls) | IsInner(Face.Y, rays.DirectionY, innerWalls >> 2) | IsInner(Face.Z, rays.DirectionZ, innerWalls >> 4);
        GoesOn = inside.AsInt32();
        Face = Packet3.Select(inside, default, Face);

        static Vector256<float> IsInner(Vector256<float> face, Vector256<float> direction, int walls) => Vector256.GreaterThan(Vector256.Abs(face), Vector256.Create(0.5f))
            & ((Vector256.GreaterThan(direction, Vector256<float>.Zero) & Vector256.Create((walls & 1) != 0 ? -1 : 0).AsSingle())
                | (Vector256.LessThan(direction, Vector256<float>.Zero) & Vector256.Create((walls & 2) != 0 ? -1 : 0).AsSingle()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Slab(Vector256<float> origin, Vector256<float> direction, float low, float high, ref RayInterval interval,
        ref Vector256<float> face, ref Vector256<float> other, ref Vector256<float> another)
    {
        var inverse = Vector256<float>.One / direction;
        var (toLow, toHigh) = ((Vector256.Create(low) - origin) * inverse, (Vector256.Create(high) - origin) * inverse);
        var (entry, exit) = (Vector256.MinNative(toLow, toHigh), Vector256.MaxNative(toLow, toHigh));
        var isLater = Vector256.GreaterThan(entry, interval.First);
        interval.First = Vector256.MaxNative(interval.First, entry);
        interval.Last = Vector256.MinNative(interval.Last, exit);
        var sign = Vector256.ConditionalSelect(Vector256.GreaterThan(direction, Vector256<float>.Zero), Vector256.Create(-1f), Vector256<float>.One);
        face = Vector256.ConditionalSelect(isLater, sign, face);
        other = Vector256.AndNot(other, isLater);
        another = Vector256.AndNot(another, isLater);
    }

    // As clipToPlanes in clip.glsl.
    private void Cut(in RayPacket rays, Vector4 plane)
    {
        var (x, y, z) = (Vector256.Create(plane.X), Vector256.Create(plane.Y), Vector256.Create(plane.Z));
        var rate = (rays.DirectionX * x) + (rays.DirectionY * y) + (rays.DirectionZ * z);
        var gap = Vector256.Create(plane.W) - ((rays.OriginX * x) + (rays.OriginY * y) + (rays.OriginZ * z));
        var least = Vector256.Create(1e-7f);
        var isAlong = Vector256.LessThan(Vector256.Abs(rate), least);
        var at = gap / Vector256.ConditionalSelect(isAlong, least, rate);
        var enters = Vector256.GreaterThanOrEqual(rate, least) & Vector256.GreaterThan(at, First);
        Face = Packet3.Select(enters, new Packet3(-x, -y, -z), Face);
        First = Vector256.ConditionalSelect(enters, at, First);
        Last = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(rate, -least), Vector256.MinNative(Last, at), Last);
        // Along the plane a ray is cut away as a whole, or not at all.
        Last = Vector256.ConditionalSelect(isAlong & Vector256.GreaterThan(gap, Vector256<float>.Zero), Vector256.Create(-1e30f), Last);
    }
}
