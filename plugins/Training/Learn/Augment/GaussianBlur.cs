namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Blurs a patch, axis by axis; beyond its borders it is mirrored.</summary>
internal static class GaussianBlur
{
    /// <param name="grey">Planes of edge × edge voxels, one after the other.</param>
    /// <param name="edge">Of a plane.</param>
    /// <param name="deviation">Standard deviation, in voxels.</param>
    /// <param name="acrossPlanes">Whether planes run into each other too, as those of a block do.</param>
    internal static void Apply(Span<float> grey, int edge, double deviation, bool acrossPlanes)
    {
        if (deviation <= 0)
            return;
        var kernel = Kernel(deviation);
        var (planeLength, line) = (edge * edge, new float[Math.Max(edge, grey.Length / (edge * edge))]);
        for (var plane = 0; plane < grey.Length; plane += planeLength)
        {
            for (var i = 0; i < edge; i++)
            {
                Along(grey, plane + (i * edge), 1, edge, kernel, line);
                Along(grey, plane + i, edge, edge, kernel, line);
            }
        }
        for (var i = 0; acrossPlanes && i < planeLength; i++)
            Along(grey, i, planeLength, grey.Length / planeLength, kernel, line);
    }

    private static float[] Kernel(double deviation)
    {
        var half = Math.Max(1, (int)Math.Ceiling(3 * deviation));
        var kernel = Enumerable.Range(0, half + 1).Select(i => Math.Exp(-i * i / (2 * deviation * deviation))).ToArray();
        var sum = (2 * kernel.Sum()) - kernel[0];
        return [.. kernel.Select(weight => (float)(weight / sum))];
    }

    private static void Along(Span<float> grey, int first, int stride, int count, float[] kernel, float[] line)
    {
        for (var i = 0; i < count; i++)
            line[i] = grey[first + (i * stride)];
        for (var i = 0; i < count; i++)
        {
            var sum = kernel[0] * line[i];
            if (i >= kernel.Length - 1 && i + kernel.Length <= count)
            {
                for (var j = 1; j < kernel.Length; j++)
                    sum += kernel[j] * (line[i - j] + line[i + j]);
            }
            else
            {
                for (var j = 1; j < kernel.Length; j++)
                    sum += kernel[j] * (line[Mirror.Index(i - j, count)] + line[Mirror.Index(i + j, count)]);
            }
            grey[first + (i * stride)] = sum;
        }
    }
}
