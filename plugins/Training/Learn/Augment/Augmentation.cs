namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>How one patch is changed. Labels only move with the grid of voxels; they are never interpolated.</summary>
/// <param name="FlipY">Upside down.</param>
/// <param name="FlipX">Left to right.</param>
/// <param name="Transpose">Rows for columns, after the flips; the three together make all eight flips and quarter turns.</param>
/// <param name="Gain">Factor of the grey values.</param>
/// <param name="Shift">Added to the grey values, in standard deviations of the slice.</param>
/// <param name="Noise">Standard deviation of added noise, in those of the slice.</param>
/// <param name="FlipZ">The first slice last; of blocks only.</param>
internal readonly record struct Augmentation(bool FlipY, bool FlipX, bool Transpose, float Gain, float Shift, float Noise, bool FlipZ = false)
{
    private const double MaxGain = 0.2;
    private const double MaxShift = 0.2;
    private const float NoiseDeviation = 0.1f;

    /// <summary>Leaves a patch as it is.</summary>
    internal static Augmentation None { get; } = new(false, false, false, 1, 0, 0);

    /// <summary>Draws one at random.</summary>
    /// <param name="random">Where from.</param>
    /// <param name="ofBlock">Whether slices may be put in reverse order as well.</param>
    internal static Augmentation Draw(RandomSource random, bool ofBlock = false)
    {
        var symmetry = random.NextInt(ofBlock ? 16 : 8);
        return new Augmentation((symmetry & 1) != 0, (symmetry & 2) != 0, (symmetry & 4) != 0,
            (float)(1 + random.NextBetween(-MaxGain, MaxGain)), (float)random.NextBetween(-MaxShift, MaxShift), NoiseDeviation, (symmetry & 8) != 0);
    }

    /// <summary>Changes the grey values of a patch; where a voxel comes from is <see cref="Source"/>'s matter.</summary>
    internal void ApplyToGrey(Span<float> grey, RandomSource random)
    {
        foreach (ref var value in grey)
            value = (value * Gain) + Shift;
        if (Noise <= 0)
            return;
        foreach (ref var value in grey)
            value += Noise * (float)random.NextGaussian();
    }

    /// <summary>The row and column of the unchanged patch that come to lie at (y, x).</summary>
    internal (int Y, int X) Source(int y, int x, int patchSize)
    {
        if (Transpose)
            (y, x) = (x, y);
        return (FlipY ? patchSize - 1 - y : y, FlipX ? patchSize - 1 - x : x);
    }
}
