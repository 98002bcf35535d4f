namespace VolumeViewer.Plugins.Synthesis;

/// <summary>Turns many uniform numbers into normal ones at once.</summary>
internal static class NormalNumbers
{
    /// <summary>Replaces uniform numbers in (0, 1) by as many normal ones of mean 0 and variance 1 (Box and Muller, 1958).</summary>
    /// <param name="block">An even count; the number at i is made of those at i and half a block away.</param>
    public static void FromUniform(Span<float> block)
    {
        var half = block.Length / 2;
        var lengths = block[..half];
        var angles = block[half..];
        for (var i = 0; i < half; i++)
        {
            var length = MathF.Sqrt(-2 * MathF.Log(lengths[i]));
            var (sine, cosine) = MathF.SinCos(2 * MathF.PI * angles[i]);
            lengths[i] = length * cosine;
            angles[i] = length * sine;
        }
    }
}
