using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis;

/// <summary>Convolution with a Gaussian, along one axis after the other. Beyond an edge the image goes on as its mirror image, the outermost voxel twice.</summary>
internal static class GaussianBlur
{
    private const double Reach = 4;

    /// <summary>The sampled kernel from its centre outwards, of sum 1 over both sides.</summary>
    public static float[] Kernel(double sigma)
    {
        var half = new double[(int)Math.Ceiling(Reach * sigma) + 1];
        for (var i = 0; i < half.Length; i++)
            half[i] = Math.Exp(-i * i / (2 * sigma * sigma));
        var sum = (2 * half.Sum()) - half[0];
        return [.. half.Select(weight => (float)(weight / sum))];
    }

    /// <summary>Blurs one image in place.</summary>
    /// <param name="image">(row, column).</param>
    /// <param name="width">Columns.</param>
    /// <param name="sigmaAcross">Standard deviation along the rows' length, in columns; 0 for none.</param>
    /// <param name="sigmaDown">Standard deviation from row to row, in rows; 0 for none.</param>
    public static void Apply(Span<float> image, int width, double sigmaAcross, double sigmaDown)
    {
        if (sigmaAcross > 0)
        {
            var kernel = Kernel(sigmaAcross);
            var padded = new float[width + (2 * (kernel.Length - 1))];
            for (var start = 0; start < image.Length; start += width)
                Row(image.Slice(start, width), kernel, padded);
        }
        if (sigmaDown > 0)
            Rows(image, width, Kernel(sigmaDown));
    }

    /// <summary>Blurs a volume in place by the same standard deviation, in voxels, along all axes.</summary>
    public static void Apply(Volume<float> volume, double sigma, CancellationToken cancellationToken) => Apply(volume, (sigma, sigma, sigma), cancellationToken);

    /// <summary>Blurs a volume in place, on all cores; needs a row of all slices per thread besides.</summary>
    /// <param name="volume">(z, y, x).</param>
    /// <param name="sigma">Standard deviation along each axis, in voxels; 0 for none.</param>
    /// <param name="cancellationToken">Stops between slices.</param>
    public static void Apply(Volume<float> volume, (double Z, double Y, double X) sigma, CancellationToken cancellationToken)
    {
        var (depth, width) = (volume.Shape.Depth, volume.Shape.Width);
        volume.ForEachSlice(z => Apply(volume.Slice(z), width, sigma.X, sigma.Y), cancellationToken);
        if (sigma.Z <= 0)
            return;
        var kernel = Kernel(sigma.Z);
        Parallel.For(0, volume.Shape.Height, new ParallelOptions { CancellationToken = cancellationToken }, () => new float[depth * width], (y, _, rows) =>
        {
            for (var z = 0; z < depth; z++)
                volume.Slice(z).Slice(y * width, width).CopyTo(rows.AsSpan(z * width));
            Rows(rows, width, kernel);
            for (var z = 0; z < depth; z++)
                rows.AsSpan(z * width, width).CopyTo(volume.Slice(z).Slice(y * width, width));
            return rows;
        }, _ => { });
    }

    /// <summary>The place within 0 … length − 1 of a place beyond, by mirroring at the ends.</summary>
    public static int Mirrored(int place, int length)
    {
        var within = ((place % (2 * length)) + (2 * length)) % (2 * length);
        return within < length ? within : (2 * length) - 1 - within;
    }

    private static void Row(Span<float> row, float[] kernel, float[] padded)
    {
        var reach = kernel.Length - 1;
        row.CopyTo(padded.AsSpan(reach));
        for (var i = 1; i <= reach; i++)
        {
            padded[reach - i] = row[Mirrored(-i, row.Length)];
            padded[reach + row.Length + i - 1] = row[Mirrored(row.Length + i - 1, row.Length)];
        }
        row.Clear();
        AddTo(row, padded.AsSpan(reach, row.Length), padded.AsSpan(reach, row.Length), kernel[0] / 2);
        for (var i = 1; i < kernel.Length; i++)
            AddTo(row, padded.AsSpan(reach - i, row.Length), padded.AsSpan(reach + i, row.Length), kernel[i]);
    }

    private static void Rows(Span<float> image, int width, float[] kernel)
    {
        var rows = image.Length / width;
        var copy = image.ToArray();
        for (var y = 0; y < rows; y++)
        {
            var target = image.Slice(y * width, width);
            target.Clear();
            AddTo(target, copy.AsSpan(y * width, width), copy.AsSpan(y * width, width), kernel[0] / 2);
            for (var i = 1; i < kernel.Length; i++)
                AddTo(target, copy.AsSpan(Mirrored(y - i, rows) * width, width), copy.AsSpan(Mirrored(y + i, rows) * width, width), kernel[i]);
        }
    }

    private static void AddTo(Span<float> target, ReadOnlySpan<float> one, ReadOnlySpan<float> other, float weight)
    {
        var i = 0;
        for (var weights = new Vector<float>(weight); i <= target.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(target[i..]) + (weights * (new Vector<float>(one[i..]) + new Vector<float>(other[i..])))).CopyTo(target[i..]);
        for (; i < target.Length; i++)
            target[i] += weight * (one[i] + other[i]);
    }
}
