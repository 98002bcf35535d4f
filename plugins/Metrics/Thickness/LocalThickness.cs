using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VolumeViewer.Plugins.Metrics.Distance;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Thickness;

/// <summary>
/// Local thickness: at each voxel of a phase the diameter of the largest sphere within the phase that covers it (Hildebrand and Rüegsegger 1997).
/// </summary>
/// <remarks>
/// Exact for spheres about voxel centres: their radius is the distance to the nearest centre of a voxel of another phase, and they cover what is nearer than that. Spheres within
/// a neighbour's are left out, the others painted by rows, where the largest stays. 8 bytes a voxel, and 12 bytes for each sphere that is left. The cost grows with the volume
/// of the spheres left, which for smooth shapes is a few times that of the phase.
/// </remarks>
internal static class LocalThickness
{
    /// <summary>Local thickness of a phase in the unit of the spacing; 0 outside of it.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="phase">The label of the phase.</param>
    /// <param name="facesAreSites">Whether spheres end at the volume's faces and at unlabelled voxels; otherwise they may reach beyond.</param>
    /// <param name="sliceDone">Called twice for each slice, from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="UserException">There is nothing but the phase, so that spheres have no end.</exception>
    public static float[] Of(
        LabelVolume labels, int phase, bool facesAreSites = false, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        var shape = labels.Shape;
        var squared = DistanceTransform.SquaredOf(labels, phase, facesAreSites, sliceDone, cancellationToken);
        var largest = CoveringSquaredRadii(squared, shape, labels.Spacing, sliceDone, cancellationToken);
        var diameter = (float)(2 * labels.Spacing.X);
        Parallel.For(0, shape.Depth, z =>
        {
            var slice = largest.AsSpan(z * shape.SliceLength, shape.SliceLength);
            var from = labels.Slice(z);
            // Unlabelled voxels do not end a sphere, and may have been painted with it.
            for (var i = 0; i < slice.Length; i++)
                slice[i] = from[i] == phase ? diameter * MathF.Sqrt(slice[i]) : 0;
        });
        return largest;
    }

    /// <summary>The largest squared radius among the spheres that cover each voxel, 0 where none does.</summary>
    /// <param name="squaredRadii">Of the sphere about each voxel, in units of the spacing along x; 0 for none.</param>
    /// <param name="shape">Shape of the volume.</param>
    /// <param name="spacing">Its spacing.</param>
    /// <param name="sliceDone">Called for each slice, from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="UserException">A radius is infinite.</exception>
    public static float[] CoveringSquaredRadii(
        float[] squaredRadii, VolumeShape shape, Spacing spacing, Action? sliceDone = null, CancellationToken cancellationToken = default)
    {
        var largest = 0f;
        foreach (var squared in squaredRadii)
            largest = Math.Max(largest, squared);
        if (float.IsPositiveInfinity(largest))
        {
            throw new UserException("There is nothing but this phase, so that no sphere within it ends. Choose another phase, label the rest of the volume, "
                + "or let the volume's faces end it.");
        }
        var weights = ((float)Square(spacing.Z / spacing.X), (float)Square(spacing.Y / spacing.X), 1f);
        var spheres = InscribedSpheres.Find(squaredRadii, shape, weights, largest, cancellationToken);
        var reach = (int)Math.Ceiling(Math.Sqrt(largest / weights.Item1));
        var painted = new float[squaredRadii.Length];
        Parallel.For(0, shape.Depth, new ParallelOptions { CancellationToken = cancellationToken }, z =>
        {
            var slice = painted.AsSpan(z * shape.SliceLength, shape.SliceLength);
            for (var centre = Math.Max(0, z - reach); centre <= Math.Min(shape.Depth - 1, z + reach); centre++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Paint(spheres[centre], Square(centre - z) * weights.Item1, weights.Item2, weights is (1, 1, 1), slice, shape);
            }
            sliceDone?.Invoke();
        });
        return painted;
    }

    // Where the spheres cut the slice. With unequal spacings squares are rounded, and a voxel as far away as the radius must be left out all the same.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Paint(Sphere[] spheres, float squaredDistance, float weightY, bool isWhole, Span<float> slice, VolumeShape shape)
    {
        var (height, width) = (shape.Height, shape.Width);
        var shrink = isWhole ? 1 : 1 - 2e-6f;
        foreach (var sphere in spheres)
        {
            var disc = (sphere.SquaredRadius * shrink) - squaredDistance;
            if (!(disc > 0))
                continue;
            for (var dy = 0; ; dy++)
            {
                var squaredHalf = disc - (dy * dy * weightY);
                if (!(squaredHalf > 0))
                    break;
                // The largest whole number whose square is below.
                var half = (int)MathF.Ceiling(MathF.Sqrt(squaredHalf)) - 1;
                var (first, last) = (Math.Max(sphere.X - half, 0), Math.Min(sphere.X + half, width - 1));
                if (sphere.Y + dy < height)
                    Raise(slice, ((sphere.Y + dy) * width) + first, last - first + 1, sphere.SquaredRadius);
                if (dy > 0 && sphere.Y >= dy)
                    Raise(slice, ((sphere.Y - dy) * width) + first, last - first + 1, sphere.SquaredRadius);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Raise(Span<float> slice, int start, int length, float value)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(slice), start);
        if (length < Vector256<float>.Count)
        {
            for (var i = 0; i < length; i++)
                Unsafe.Add(ref first, i) = Math.Max(Unsafe.Add(ref first, i), value);
            return;
        }
        var raised = Vector256.Create(value);
        var lastVector = (nuint)(length - Vector256<float>.Count);
        for (nuint i = 0; i < lastVector; i += (nuint)Vector256<float>.Count)
            Vector256.Max(Vector256.LoadUnsafe(ref first, i), raised).StoreUnsafe(ref first, i);
        Vector256.Max(Vector256.LoadUnsafe(ref first, lastVector), raised).StoreUnsafe(ref first, lastVector);
    }

    private static float Square(int value) => value * value;

    private static double Square(double value) => value * value;
}
