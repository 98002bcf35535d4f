using System.Runtime.CompilerServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Thickness;

/// <summary>A sphere about a voxel's centre: all voxels whose centres are nearer than its radius.</summary>
/// <param name="Y">Row of its centre.</param>
/// <param name="X">Column of its centre.</param>
/// <param name="SquaredRadius">In units of the spacing along x.</param>
internal readonly record struct Sphere(int Y, int X, float SquaredRadius);

/// <summary>The largest spheres that fit into a phase about each of its voxels, without those that lie within a neighbour's.</summary>
internal static class InscribedSpheres
{
    /// <summary>The spheres by the slice of their centres; together they cover the same voxels as all spheres do, at every size.</summary>
    /// <param name="squaredRadii">By voxel; 0 outside of the phase.</param>
    /// <param name="shape">Shape of the volume.</param>
    /// <param name="weights">Squared distance between neighbours along (z, y, x), in units of the spacing along x.</param>
    /// <param name="largest">The largest squared radius.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static Sphere[][] Find(
        float[] squaredRadii, VolumeShape shape, (float Z, float Y, float X) weights, float largest, CancellationToken cancellationToken)
    {
        var spheres = new Sphere[shape.Depth][];
        if (!(largest > 0))
        {
            Array.Fill(spheres, []);
            return spheres;
        }
        var containment = new SphereContainment(weights, largest);
        Parallel.For(0, shape.Depth, new ParallelOptions { CancellationToken = cancellationToken }, z => spheres[z] = InSlice(squaredRadii, shape, z, containment));
        return spheres;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Sphere[] InSlice(float[] squaredRadii, VolumeShape shape, int z, SphereContainment containment)
    {
        var found = new List<Sphere>();
        var slice = squaredRadii.AsSpan(z * shape.SliceLength, shape.SliceLength);
        for (var y = 0; y < shape.Height; y++)
        {
            for (var x = 0; x < shape.Width; x++)
            {
                var squared = slice[(y * shape.Width) + x];
                if (squared > 0 && !IsContained(squaredRadii, shape, (z, y, x), containment.Bucket(squared), containment))
                    found.Add(new Sphere(y, x, squared));
            }
        }
        return [.. found];
    }

    private static bool IsContained(float[] squaredRadii, VolumeShape shape, (int Z, int Y, int X) centre, int bucket, SphereContainment containment)
    {
        int firstX = Math.Max(centre.X - 1, 0), lastX = Math.Min(centre.X + 1, shape.Width - 1);
        for (var z = Math.Max(centre.Z - 1, 0); z <= Math.Min(centre.Z + 1, shape.Depth - 1); z++)
        {
            for (var y = Math.Max(centre.Y - 1, 0); y <= Math.Min(centre.Y + 1, shape.Height - 1); y++)
            {
                var row = squaredRadii.AsSpan((z * shape.SliceLength) + (y * shape.Width), shape.Width);
                var kind = (z != centre.Z ? 4 : 0) + (y != centre.Y ? 2 : 0);
                for (var x = firstX; x <= lastX; x++)
                {
                    var neighbour = kind + (x != centre.X ? 1 : 0);
                    if (neighbour != 0 && containment.Reach(neighbour)[bucket] < row[x])
                        return true;
                }
            }
        }
        return false;
    }
}
