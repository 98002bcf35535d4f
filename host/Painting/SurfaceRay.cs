using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>Follows a line of sight through labels, voxel by voxel (J. Amanatides and A. Woo, A fast voxel traversal algorithm, Eurographics 1987).</summary>
internal static class SurfaceRay
{
    /// <summary>Where the nearest visible phase is met, inside of what planes and box leave; null where none is.</summary>
    /// <param name="viewer">Has the planes and the box.</param>
    /// <param name="layer">Has the phases.</param>
    /// <param name="ray">The line of sight.</param>
    /// <param name="original">The labels as they shall count, or null for those of the layer.</param>
    public static SurfaceHit? Find(Viewer viewer, LabelsLayer layer, Ray ray, OriginalLabels? original)
    {
        var (shape, voxel) = (layer.Shape, layer.Spacing.ToVector3());
        if (Cut(viewer, layer, ray) is not var (near, far))
            return null;
        original ??= new OriginalLabels(layer.Labels);
        var solid = new bool[256];
        for (var label = 0; label < layer.Phases.Count; label++)
            solid[label] = layer.Phases[label].Visible;

        var (origin, direction) = (ray.Origin / voxel, ray.Direction / voxel);
        // Just behind the entry, so that rounding does not leave it in the voxel before.
        var start = origin + (direction * (near + ((far - near) * 1e-6f)));
        Span<int> at = [(int)MathF.Floor(start.X), (int)MathF.Floor(start.Y), (int)MathF.Floor(start.Z)];
        Span<int> count = [shape.Width, shape.Height, shape.Depth];
        Span<int> step = stackalloc int[3];
        Span<float> next = stackalloc float[3], each = stackalloc float[3];
        for (var axis = 0; axis < 3; axis++)
        {
            at[axis] = Math.Clamp(at[axis], 0, count[axis] - 1);
            step[axis] = Math.Sign(direction[axis]);
            each[axis] = step[axis] == 0 ? float.PositiveInfinity : MathF.Abs(1 / direction[axis]);
            next[axis] = step[axis] == 0 ? float.PositiveInfinity : (at[axis] + (step[axis] > 0 ? 1 : 0) - origin[axis]) / direction[axis];
        }
        var depth = near;
        while (depth <= far)
        {
            if (solid[original.At(at[2], at[1], at[0])])
                return new SurfaceHit(ray.At(depth), NormalAt(original, shape, solid, (at[2], at[1], at[0]), layer.Spacing, -ray.Direction));
            var axis = next[0] <= next[1] ? (next[0] <= next[2] ? 0 : 2) : next[1] <= next[2] ? 1 : 2;
            depth = next[axis];
            at[axis] += step[axis];
            next[axis] += each[axis];
            if (at[axis] < 0 || at[axis] >= count[axis])
                return null;
        }
        return null;
    }

    // The part of the line inside of the layer, in front of the eye, and not cut away.
    private static (float Near, float Far)? Cut(Viewer viewer, LabelsLayer layer, Ray ray)
    {
        var (near, far) = (0f, float.MaxValue);
        Between(Vector3.Zero, Viewer.ExtentOf(layer));
        if (!layer.IgnoresClipping && viewer.CropBox is { } box)
            Between(box.Low, box.High);
        foreach (var plane in (layer.IgnoresClipping ? [] : viewer.ClippingPlanes).Concat(layer.ClippingPlanes).Where(plane => plane.IsOn))
            Behind(plane.DistanceOf(ray.Origin), Vector3.Dot(ray.Direction, plane.Normal));
        return near < far ? (near, far) : null;

        void Between(Vector3 low, Vector3 high)
        {
            for (var axis = 0; axis < 3; axis++)
            {
                Behind(ray.Origin[axis] - low[axis], ray.Direction[axis]);
                Behind(high[axis] - ray.Origin[axis], -ray.Direction[axis]);
            }
        }

        // What stays lies where distance + depth · slope is not below 0.
        void Behind(float distance, float slope)
        {
            if (slope > 0)
                near = Math.Max(near, -distance / slope);
            else if (slope < 0)
                far = Math.Min(far, -distance / slope);
            else if (distance < 0)
                far = -1;
        }
    }

    // Against the slope of how much is solid around.
    private static Vector3 NormalAt(OriginalLabels labels, VolumeShape shape, bool[] solid, (int Z, int Y, int X) at, Spacing spacing, Vector3 towardsEye)
    {
        var sum = Vector3.Zero;
        for (var z = -2; z <= 2; z++)
        {
            for (var y = -2; y <= 2; y++)
            {
                for (var x = -2; x <= 2; x++)
                {
                    var (voxelZ, voxelY, voxelX) = (at.Z + z, at.Y + y, at.X + x);
                    var isInside = voxelZ >= 0 && voxelZ < shape.Depth && voxelY >= 0 && voxelY < shape.Height && voxelX >= 0 && voxelX < shape.Width;
                    if (!isInside || !solid[labels.At(voxelZ, voxelY, voxelX)])
                        sum += new Vector3(x * (float)spacing.X, y * (float)spacing.Y, z * (float)spacing.Z);
                }
            }
        }
        return Vector3.Normalize(sum.LengthSquared() > 0 ? sum : towardsEye);
    }
}
