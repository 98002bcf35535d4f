namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Every change of <see cref="AugmentationOptions"/>, each drawn for itself: first where voxels come from, then their grey values.</summary>
internal sealed class FullAugmenter(AugmentationOptions options) : IAugmenter
{
    // Of the knots of a drift, as a share of the patch: slower than anything to be told apart.
    private const double DriftKnots = 0.75;

    public void Fill(PatchCutter cutter, PatchOrigin origin, RandomSource random, Span<float> grey, Span<long> labels)
    {
        var edge = cutter.Shape.Edge;
        var symmetry = new Augmentation(Happens(options.Mirrors, random), Happens(options.Mirrors, random), Happens(options.Transposition, random), 1, 0, 0,
            cutter.Shape.IsBlock && Happens(options.Mirrors, random));
        if (Warp.Draw(options, edge, random) is { } warp)
            cutter.Cut(origin, symmetry, warp, grey, labels);
        else
            cutter.Cut(origin, symmetry, grey, labels);
        ChangeGrey(grey, cutter.Shape, random);
    }

    private void ChangeGrey(Span<float> grey, PatchShape shape, RandomSource random)
    {
        var edge = shape.Edge;
        if (Happens(options.Blur, random))
            GaussianBlur.Apply(grey, edge, options.BlurVoxels * random.NextBetween(0.5, 1), shape.IsBlock);
        if (Happens(options.Brightness, random))
            System.Numerics.Tensors.TensorPrimitives.Multiply(grey, (float)(1 + random.NextBetween(-options.BrightnessRange, options.BrightnessRange)), grey);
        if (Happens(options.Contrast, random))
            GreyChanges.Contrast(grey, 1 + random.NextBetween(-options.ContrastRange, options.ContrastRange));
        if (Happens(options.LowResolution, random))
        {
            var factor = random.NextBetween(1, options.LowResolutionFactor);
            for (var plane = 0; plane < grey.Length; plane += shape.PlaneLength)
                GreyChanges.LowResolution(grey.Slice(plane, shape.PlaneLength), edge, factor);
        }
        if (Happens(options.InvertedGamma, random))
            GreyChanges.Gamma(grey, Math.Pow(options.GammaExponent, random.NextBetween(-1, 1)), inverted: true);
        if (Happens(options.Gamma, random))
            GreyChanges.Gamma(grey, Math.Pow(options.GammaExponent, random.NextBetween(-1, 1)), inverted: false);
        if (Happens(options.Drift, random))
        {
            var plane = new float[shape.PlaneLength];
            // A cubic B-spline evens out its knots: its own variance is on average 151/315 of theirs along each of two axes.
            new SmoothField(edge, Math.Max(4, DriftKnots * edge), options.DriftDeviation * 315 / 151, random).AddTo(plane, edge);
            GreyChanges.AddPlane(grey, plane);
        }
        if (Happens(options.Rings, random))
            GreyChanges.Rings(grey, edge, options.RingDeviation, random);
        if (Happens(options.Noise, random))
            GreyChanges.Noise(grey, options.NoiseDeviation * Math.Sqrt(random.NextDouble()), random);
    }

    private static bool Happens(double chance, RandomSource random) => random.NextDouble() < chance;
}
