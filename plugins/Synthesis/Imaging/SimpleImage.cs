using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>The fast model: fringes, blur, noise and rings put on the slices themselves.</summary>
internal static class SimpleImage
{
    /// <summary>The greys above air. The caller owns the volume.</summary>
    /// <param name="specimen">What is imaged.</param>
    /// <param name="parameters">How; rings are relative to <paramref name="range"/>.</param>
    /// <param name="range">Between the lowest and the highest grey of the phases.</param>
    /// <param name="job">Progress and cancellation.</param>
    public static Volume<float> Make(Specimen specimen, TomogramParameters parameters, double range, IJobContext job)
    {
        var cancellation = job.CancellationToken;
        var volume = new Volume<float>(specimen.Shape, specimen.Spacing);
        var progress = new StageProgress(job, "imaging", 0, 1, 2 * specimen.Shape.Depth);
        volume.ForEachSlice(z => specimen.FillSlice(z, volume.Slice(z)), cancellation);
        if (parameters.Fringes > 0)
            AddFringes(volume, parameters.Fringes, parameters.FringeWidth, cancellation);
        GaussianBlur.Apply(volume, parameters.DetectorBlur, cancellation);
        volume.ForEachSlice(_ => progress.Step(), cancellation);
        if (parameters.Noise > 0)
            AddNoise(volume, parameters, cancellation);
        var rings = parameters is { Rings: > 0, RingShare: > 0 } ? Rings(parameters, specimen.Shape) : null;
        volume.ForEachSlice(z =>
        {
            if (rings is not null)
                AddRings(volume.Slice(z), specimen.Shape, rings.AsSpan(z * rings.Length / specimen.Shape.Depth), (float)range);
            progress.Step();
        }, cancellation);
        return volume;
    }

    // What the transport of intensity makes of the reconstructed attenuation: μ − F ∇²μ.
    private static void AddFringes(Volume<float> volume, double strength, double width, CancellationToken cancellation)
    {
        using var smooth = volume.Load<float>(cancellation);
        GaussianBlur.Apply(smooth, width, cancellation);
        var (depth, height, columns) = (volume.Shape.Depth, volume.Shape.Height, volume.Shape.Width);
        var (weight, down) = ((float)strength, (float)(strength * Math.Pow(volume.Spacing.X / volume.Spacing.Z, 2)));
        volume.ForEachSlice(z =>
        {
            var here = smooth.Slice(z);
            var above = smooth.Slice(Math.Max(z - 1, 0));
            var below = smooth.Slice(Math.Min(z + 1, depth - 1));
            var target = volume.Slice(z);
            for (var y = 0; y < height; y++)
            {
                var (up, low) = (Math.Max(y - 1, 0) * columns, Math.Min(y + 1, height - 1) * columns);
                for (var x = 0; x < columns; x++)
                {
                    var i = (y * columns) + x;
                    var (left, right) = (here[i - (x > 0 ? 1 : 0)], here[i + (x < columns - 1 ? 1 : 0)]);
                    var within = left + right + here[up + x] + here[low + x] - (4 * here[i]);
                    target[i] -= (weight * within) + (down * (above[i] + below[i] - (2 * here[i])));
                }
            }
        }, cancellation);
    }

    private static void AddNoise(Volume<float> volume, TomogramParameters parameters, CancellationToken cancellation)
    {
        using var noise = new Volume<float>(volume.Shape, volume.Spacing);
        var random = new CounterRandom(parameters.Seed, RandomStreams.SimpleNoise);
        noise.ForEachSlice(z => random.FillNormal(noise.Slice(z), (long)z * volume.Shape.SliceLength), cancellation);
        GaussianBlur.Apply(noise, parameters.Smoothing, cancellation);
        // A kernel of squares' sum s lowers the variance along one axis by s.
        var squares = 1.0;
        if (parameters.Smoothing > 0)
        {
            var kernel = GaussianBlur.Kernel(parameters.Smoothing);
            squares = (2 * kernel.Sum(weight => (double)weight * weight)) - ((double)kernel[0] * kernel[0]);
        }
        var scale = (float)(parameters.Noise / Math.Pow(squares, 1.5));
        volume.ForEachSlice(z =>
        {
            var from = noise.Slice(z);
            var to = volume.Slice(z);
            for (var i = 0; i < to.Length; i++)
                to[i] += from[i] * scale;
        }, cancellation);
    }

    // (row, radius) of relative grey errors.
    private static float[] Rings(TomogramParameters parameters, VolumeShape shape)
    {
        var radii = (int)Math.Ceiling(Math.Sqrt(((double)shape.Height * shape.Height) + ((double)shape.Width * shape.Width)) / 2) + 2;
        return GainErrors.Create(parameters.Seed, shape.Depth, radii, parameters.RingShare, parameters.Rings, parameters.RingLength);
    }

    private static void AddRings(Span<float> slice, VolumeShape shape, ReadOnlySpan<float> rings, float range)
    {
        for (var y = 0; y < shape.Height; y++)
        {
            var dy = y - ((shape.Height - 1) / 2f);
            for (var x = 0; x < shape.Width; x++)
            {
                var dx = x - ((shape.Width - 1) / 2f);
                var radius = MathF.Sqrt((dy * dy) + (dx * dx));
                var at = (int)radius;
                var gain = rings[at] + ((radius - at) * (rings[at + 1] - rings[at]));
                slice[(y * shape.Width) + x] += (gain - 1) * range;
            }
        }
    }
}
