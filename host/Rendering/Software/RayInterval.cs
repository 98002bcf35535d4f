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
    public Vector256<float> FaceX, FaceY, FaceZ;

    /// <summary>Cuts rays with a box and planes.</summary>
    /// <param name="rays">The rays.</param>
    /// <param name="cut">The box and the planes.</param>
    /// <param name="nearest">The least depth that is seen.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RayInterval Of(in RayPacket rays, LayerCut cut, float nearest)
    {
        var interval = default(RayInterval);
        interval.First = Vector256.Create(float.MinValue);
        interval.Last = Vector256.Create(float.MaxValue);
        Slab(rays.OriginX, rays.DirectionX, cut.Low.X, cut.High.X, ref interval, ref interval.FaceX, ref interval.FaceY, ref interval.FaceZ);
        Slab(rays.OriginY, rays.DirectionY, cut.Low.Y, cut.High.Y, ref interval, ref interval.FaceY, ref interval.FaceX, ref interval.FaceZ);
        Slab(rays.OriginZ, rays.DirectionZ, cut.Low.Z, cut.High.Z, ref interval, ref interval.FaceZ, ref interval.FaceX, ref interval.FaceY);
        foreach (var plane in cut.Planes)
            interval.Cut(rays, plane);
        var start = Vector256.Create(nearest);
        var isWall = Vector256.GreaterThanOrEqual(interval.First, start);
        interval.FaceX &= isWall;
        interval.FaceY &= isWall;
        interval.FaceZ &= isWall;
        interval.First = Vector256.Max(interval.First, start);
        interval.Hit = Vector256.LessThan(interval.First, interval.Last).AsInt32();
        return interval;
    }

    /// <summary>Lets the rays end at the depths of surfaces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndAt(Vector256<float> storedDepth, in ViewBlock view)
    {
        // A little short of the surface, or rounding lets a layer shine through where the surface lies on its own wall.
        var depth = Vector256.Create(view.Nearest) + ((storedDepth - Vector256.Create(1e-4f)) * Vector256.Create(view.Farthest - view.Nearest));
        Last = Vector256.Min(Last, depth);
        Hit = Vector256.LessThan(First, Last).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Slab(Vector256<float> origin, Vector256<float> direction, float low, float high, ref RayInterval interval,
        ref Vector256<float> face, ref Vector256<float> other, ref Vector256<float> another)
    {
        var inverse = Vector256<float>.One / direction;
        var (toLow, toHigh) = ((Vector256.Create(low) - origin) * inverse, (Vector256.Create(high) - origin) * inverse);
        var (entry, exit) = (Vector256.Min(toLow, toHigh), Vector256.Max(toLow, toHigh));
        var isLater = Vector256.GreaterThan(entry, interval.First);
        interval.First = Vector256.Max(interval.First, entry);
        interval.Last = Vector256.Min(interval.Last, exit);
        var sign = Vector256.ConditionalSelect(Vector256.GreaterThan(direction, Vector256<float>.Zero), Vector256.Create(-1f), Vector256<float>.One);
        face = Vector256.ConditionalSelect(isLater, sign, face);
        other = Vector256.AndNot(other, isLater);
        another = Vector256.AndNot(another, isLater);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Cut(in RayPacket rays, Plane plane)
    {
        var along = (rays.DirectionX * Vector256.Create(plane.Normal.X)) + (rays.DirectionY * Vector256.Create(plane.Normal.Y)) + (rays.DirectionZ * Vector256.Create(plane.Normal.Z));
        var height = (rays.OriginX * Vector256.Create(plane.Normal.X)) + (rays.OriginY * Vector256.Create(plane.Normal.Y)) + (rays.OriginZ * Vector256.Create(plane.Normal.Z)) + Vector256.Create(plane.D);
        // Along the plane: seen or not as a whole.
        var isParallel = Vector256.LessThan(Vector256.Abs(along), Vector256.Create(1e-12f));
        var t = -height / along;
        var comesIn = Vector256.GreaterThan(along, Vector256<float>.Zero);
        var (entry, exit) = (Vector256.ConditionalSelect(comesIn, t, Vector256.Create(float.MinValue)), Vector256.ConditionalSelect(comesIn, Vector256.Create(float.MaxValue), t));
        entry = Vector256.ConditionalSelect(isParallel, Vector256.Create(float.MinValue), entry);
        exit = Vector256.ConditionalSelect(isParallel,
            Vector256.ConditionalSelect(Vector256.LessThan(height, Vector256<float>.Zero), Vector256.Create(float.MinValue), Vector256.Create(float.MaxValue)), exit);
        var isLater = Vector256.GreaterThan(entry, First);
        First = Vector256.Max(First, entry);
        Last = Vector256.Min(Last, exit);
        FaceX = Vector256.ConditionalSelect(isLater, Vector256.Create(-plane.Normal.X), FaceX);
        FaceY = Vector256.ConditionalSelect(isLater, Vector256.Create(-plane.Normal.Y), FaceY);
        FaceZ = Vector256.ConditionalSelect(isLater, Vector256.Create(-plane.Normal.Z), FaceZ);
    }
}
