using System.Numerics.Tensors;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Gaussian smoothing along z, y and x one after the other; what leaves at a face enters at the opposite one.</summary>
internal static class Smoothing
{
    // Kernels are cut where they have fallen to a hundredth of their peak or so.
    private const double KernelReach = 3;

    /// <summary>Smooths in place.</summary>
    /// <param name="volume">Any values.</param>
    /// <param name="width">Standard deviation of the kernel, in voxels.</param>
    /// <param name="work">Threads.</param>
    public static void Gaussian(Volume<float> volume, double width, Work work)
    {
        var kernel = Kernel(width);
        var shape = volume.Shape;
        work.For(shape.Depth, z => SmoothSlice(volume.Slice(z), shape, kernel));
        // Along z a row of every slice is taken out at once, so that no second volume is needed.
        work.For(shape.Height, y =>
        {
            var columns = new float[shape.Depth * shape.Width];
            for (var z = 0; z < shape.Depth; z++)
                volume.Slice(z).Slice(y * shape.Width, shape.Width).CopyTo(columns.AsSpan(z * shape.Width));
            for (var z = 0; z < shape.Depth; z++)
                Blend(columns, shape.Depth, shape.Width, z, kernel, volume.Slice(z).Slice(y * shape.Width, shape.Width));
        });
    }

    private static void SmoothSlice(Span<float> slice, VolumeShape shape, float[] kernel)
    {
        var (width, reach) = (shape.Width, kernel.Length / 2);
        var padded = new float[width + (2 * reach)];
        for (var y = 0; y < shape.Height; y++)
        {
            var row = slice.Slice(y * width, width);
            for (var x = 0; x < padded.Length; x++)
                padded[x] = row[(((x - reach) % width) + width) % width];
            row.Clear();
            for (var k = 0; k < kernel.Length; k++)
                TensorPrimitives.MultiplyAdd(padded.AsSpan(k, width), kernel[k], row, row);
        }
        var rows = slice.ToArray();
        for (var y = 0; y < shape.Height; y++)
            Blend(rows, shape.Height, width, y, kernel, slice.Slice(y * width, width));
    }

    private static void Blend(float[] rows, int count, int width, int at, float[] kernel, Span<float> to)
    {
        to.Clear();
        for (var k = 0; k < kernel.Length; k++)
        {
            var row = (((at + k - (kernel.Length / 2)) % count) + count) % count;
            TensorPrimitives.MultiplyAdd(rows.AsSpan(row * width, width), kernel[k], to, to);
        }
    }

    private static float[] Kernel(double width)
    {
        var reach = (int)Math.Ceiling(KernelReach * width);
        var weights = Enumerable.Range(-reach, (2 * reach) + 1).Select(i => Math.Exp(-i * i / (2 * width * width))).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => (float)(weight / sum))];
    }
}
