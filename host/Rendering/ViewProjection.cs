using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// How a camera looks onto a view of some size. Pixels run right and down from the upper left corner; depth is measured along the line of
/// sight, µm.
/// </summary>
internal readonly struct ViewProjection
{
    private readonly int _width;
    private readonly int _height;
    private readonly float _perPixel;

    /// <remarks>
    /// The opening angle is taken across the shorter side, so that what <see cref="Camera.Frame"/> put into view stays there in narrow views.
    /// </remarks>
    public ViewProjection(Camera camera, int width, int height)
    {
        (_width, _height) = (Math.Max(width, 1), Math.Max(height, 1));
        Parallel = camera.Orthographic;
        Eye = camera.Position;
        Forward = Vector3.Transform(Vector3.UnitZ, camera.Orientation);
        var half = MathF.Tan(camera.FieldOfView * MathF.PI / 360) * (Parallel ? camera.Distance : 1);
        var perPixel = half * 2 / Math.Min(_width, _height);
        _perPixel = perPixel;
        Right = Vector3.Transform(Vector3.UnitX, camera.Orientation) * (perPixel * _width / 2);
        Down = Vector3.Transform(Vector3.UnitY, camera.Orientation) * (perPixel * _height / 2);
        MicrometresPerPixel = perPixel * (Parallel ? 1 : camera.Distance);
    }

    /// <summary>Where the camera stands.</summary>
    public Vector3 Eye { get; }

    /// <summary>The line of sight through the middle, length 1.</summary>
    public Vector3 Forward { get; }

    /// <summary>From the middle to the right edge: at depth 1 or, with parallel lines of sight, at any depth.</summary>
    public Vector3 Right { get; }

    /// <summary>From the middle to the lower edge, likewise.</summary>
    public Vector3 Down { get; }

    /// <summary>Whether lines of sight are parallel.</summary>
    public bool Parallel { get; }

    /// <summary>What a pixel covers at the camera's target.</summary>
    public float MicrometresPerPixel { get; }

    /// <summary>Where a point of the world is seen, and whether it is in front of the eye and within the view.</summary>
    public static (Vector2 Pixel, bool Visible) Project(Camera camera, Vector3 world, int width, int height) =>
        new ViewProjection(camera, width, height).Project(world);

    /// <inheritdoc cref="Project(Camera, Vector3, int, int)"/>
    public (Vector2 Pixel, bool Visible) Project(Vector3 world)
    {
        var depth = DepthOf(world);
        if (!Parallel && depth <= 0)
            return (default, false);
        var scale = Parallel ? 1 : depth;
        var x = Vector3.Dot(world - Eye, Right) / Right.LengthSquared() / scale;
        var y = Vector3.Dot(world - Eye, Down) / Down.LengthSquared() / scale;
        return (new Vector2((x + 1) * _width / 2, (y + 1) * _height / 2), Math.Abs(x) <= 1 && Math.Abs(y) <= 1);
    }

    /// <summary>The line of sight through a place in the view.</summary>
    public Ray RayThrough(Vector2 pixel)
    {
        var aside = (Right * ((pixel.X * 2 / _width) - 1)) + (Down * ((pixel.Y * 2 / _height) - 1));
        return Parallel ? new Ray(Eye + aside, Forward) : new Ray(Eye, Forward + aside);
    }

    /// <summary>How far in front of the eye a point is, along the line of sight.</summary>
    public float DepthOf(Vector3 world) => Vector3.Dot(world - Eye, Forward);

    /// <summary>What a pixel covers at some depth, µm.</summary>
    public float MicrometresPerPixelAt(float depth) => _perPixel * (Parallel ? 1 : Math.Max(depth, 0));

    /// <summary>Whether a part of a box along the axes may be in view: never no where there is one.</summary>
    /// <param name="low">Its corner with the lowest (x, y, z), µm.</param>
    /// <param name="high">The corner with the highest.</param>
    /// <param name="nearest">The least depth of a corner that is before the eye, µm; 0 where the eye is within its depths.</param>
    public bool Sees(Vector3 low, Vector3 high, out float nearest)
    {
        // It is out of sight where all of its corners are beyond the same edge of the view.
        var beyond = 0x1F;
        nearest = float.MaxValue;
        for (var corner = 0; corner < 8; corner++)
        {
            var place = new Vector3((corner & 1) == 0 ? low.X : high.X, (corner & 2) == 0 ? low.Y : high.Y, (corner & 4) == 0 ? low.Z : high.Z);
            var depth = DepthOf(place);
            var x = Vector3.Dot(place - Eye, Right) / Right.LengthSquared();
            var y = Vector3.Dot(place - Eye, Down) / Down.LengthSquared();
            var limit = Parallel ? 1 : depth;
            beyond &= (x > limit ? 1 : 0) | (x < -limit ? 2 : 0) | (y > limit ? 4 : 0) | (y < -limit ? 8 : 0) | (!Parallel && depth <= 0 ? 16 : 0);
            nearest = Math.Min(nearest, Math.Max(depth, 0));
        }
        return beyond == 0;
    }

    /// <summary>The block that shaders read, for a scene within a box from the origin.</summary>
    public ViewBlock ToBlock(Vector3 extent)
    {
        var (nearest, farthest) = (float.MaxValue, float.MinValue);
        for (var corner = 0; corner < 8; corner++)
        {
            var depth = DepthOf(extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2));
            (nearest, farthest) = (Math.Min(nearest, depth), Math.Max(farthest, depth));
        }
        var margin = Math.Max((farthest - nearest) * 0.01f, 1e-6f);
        nearest -= margin;
        farthest += margin;
        if (!Parallel)
            nearest = Math.Max(nearest, margin);
        return new ViewBlock
        {
            Eye = Eye,
            Parallel = Parallel ? 1 : 0,
            Right = Right,
            Nearest = nearest,
            Down = Down,
            Farthest = Math.Max(farthest, nearest + margin),
            Forward = Forward,
        };
    }
}
