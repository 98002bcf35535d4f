using System.Numerics;

using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>How a pointer over the 3-D view moves things in the world.</summary>
internal static class HandleDrag
{
    // Closer to the line of sight than this (squared sine), a line in the world has no direction on the screen.
    private const float LeastSine = 0.004f;

    /// <summary>How far along a line in the world the point lies that is nearest to a line of sight; null where both are nearly parallel.</summary>
    /// <param name="sight">The line of sight.</param>
    /// <param name="origin">Where the line begins.</param>
    /// <param name="axis">Its direction, length 1.</param>
    public static float? Along(Ray sight, Vector3 origin, Vector3 axis)
    {
        var direction = Vector3.Normalize(sight.Direction);
        var cosine = Vector3.Dot(direction, axis);
        var sine = 1 - (cosine * cosine);
        if (sine < LeastSine)
            return null;
        var between = origin - sight.Origin;
        return ((cosine * Vector3.Dot(between, direction)) - Vector3.Dot(between, axis)) / sine;
    }

    /// <summary>The direction from the middle of a ball to the place where a line of sight meets it, or comes closest.</summary>
    /// <param name="sight">The line of sight.</param>
    /// <param name="middle">Of the ball.</param>
    /// <param name="radius">Of the ball.</param>
    /// <param name="before">The direction until now: of the two places where a line meets the ball the one nearer to it is taken.</param>
    public static Vector3 OnBall(Ray sight, Vector3 middle, float radius, Vector3 before)
    {
        var direction = Vector3.Normalize(sight.Direction);
        var closest = Vector3.Dot(middle - sight.Origin, direction);
        var aside = sight.Origin + (direction * closest) - middle;
        var half = (radius * radius) - aside.LengthSquared();
        if (half <= 0)
            return aside.LengthSquared() > 0 ? Vector3.Normalize(aside) : before;
        var reach = direction * MathF.Sqrt(half);
        var (near, far) = (Vector3.Normalize(aside - reach), Vector3.Normalize(aside + reach));
        return Vector3.Dot(near, before) >= Vector3.Dot(far, before) ? near : far;
    }

    /// <summary>The nearest axis where a direction lies within ten degrees of it, else the direction itself.</summary>
    public static Vector3 Snapped(Vector3 direction)
    {
        const float cosine = 0.985f;
        foreach (var axis in new[] { Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ })
        {
            if (Math.Abs(Vector3.Dot(axis, direction)) > cosine)
                return axis * Math.Sign(Vector3.Dot(axis, direction));
        }
        return direction;
    }

    /// <summary>What a pixel of the window covers at the depth of a place, µm.</summary>
    public static float MicrometresPerPixel(VolumeTouch touch, Vector3 place)
    {
        var perPixel = touch.View.Right.Length() * 2 / touch.Frame.Width * touch.Frame.Density;
        return touch.View.Parallel ? perPixel : perPixel * Math.Max(touch.View.DepthOf(place), 1e-6f);
    }
}
