using System.Numerics.Tensors;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Disagreement;

/// <summary>Smooths a volume by a Gaussian, axis after axis; at the border the part of the kernel that lies inside counts in full.</summary>
/// <remarks>Four bytes per voxel beside the volume.</remarks>
internal static class GaussianBlur
{
    // Beyond four deviations a Gaussian is nothing.
    private const double Reach = 4;

    /// <summary>Smooths in place; deviations are in voxels, and none for 0.</summary>
    internal static void Apply(Volume<float> volume, double deviationZ, double deviationY, double deviationX, CancellationToken cancellationToken = default)
    {
        var shape = volume.Shape;
        var (kernelY, kernelX) = (Kernel(deviationY), Kernel(deviationX));
        volume.ForEachSlice(z =>
        {
            var slice = volume.Slice(z);
            var copy = slice.ToArray();
            Rows(copy, slice, shape.Height, shape.Width, kernelY);
            Columns(slice, shape.Width, kernelX);
        }, cancellationToken);
        var kernel = Kernel(deviationZ);
        if (kernel.Length == 1)
            return;
        // Row by row across all slices, so that a copy of one row of each is enough.
        Parallel.For(0, shape.Height, new ParallelOptions { CancellationToken = cancellationToken }, y =>
        {
            var plane = new float[shape.Depth * shape.Width];
            for (var z = 0; z < shape.Depth; z++)
                volume.Slice(z).Slice(y * shape.Width, shape.Width).CopyTo(plane.AsSpan(z * shape.Width));
            var smooth = new float[plane.Length];
            Rows(plane, smooth, shape.Depth, shape.Width, kernel);
            for (var z = 0; z < shape.Depth; z++)
                smooth.AsSpan(z * shape.Width, shape.Width).CopyTo(volume.Slice(z).Slice(y * shape.Width, shape.Width));
        });
    }

    private static float[] Kernel(double deviation)
    {
        var radius = (int)Math.Ceiling(Reach * deviation);
        return deviation <= 0 ? [1] : [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(place => (float)Math.Exp(-place * place / (2 * deviation * deviation)))];
    }

    private static void Rows(ReadOnlySpan<float> from, Span<float> to, int rows, int width, float[] kernel)
    {
        var radius = kernel.Length / 2;
        for (var row = 0; row < rows; row++)
        {
            var weight = 0f;
            var line = to.Slice(row * width, width);
            line.Clear();
            for (var other = Math.Max(0, row - radius); other <= Math.Min(rows - 1, row + radius); other++)
            {
                TensorPrimitives.MultiplyAdd(from.Slice(other * width, width), kernel[other - row + radius], line, line);
                weight += kernel[other - row + radius];
            }
            TensorPrimitives.Multiply(line, 1 / weight, line);
        }
    }

    private static void Columns(Span<float> slice, int width, float[] kernel)
    {
        var radius = kernel.Length / 2;
        var line = new float[width];
        for (var start = 0; start < slice.Length; start += width)
        {
            var row = slice.Slice(start, width);
            row.CopyTo(line);
            for (var x = 0; x < width; x++)
            {
                var (first, last) = (Math.Max(0, x - radius), Math.Min(width - 1, x + radius));
                var weights = kernel.AsSpan(first - x + radius, last - first + 1);
                row[x] = TensorPrimitives.Dot<float>(line.AsSpan(first, weights.Length), weights) / TensorPrimitives.Sum<float>(weights);
            }
        }
    }
}
