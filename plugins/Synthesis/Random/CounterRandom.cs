namespace VolumeViewer.Plugins.Synthesis;

/// <summary>
/// Random numbers that are a function of (seed, stream, index): the same whatever thread asks, in whatever order, so that results do not depend on how
/// work is shared out. Streams of one seed are independent of each other; give each purpose its own. Bits come from <see cref="Philox"/>.
/// </summary>
/// <remarks>
/// Each index has its own numbers: <c>Uniform(7)</c>, <c>Normal(7)</c> and <c>Poisson(7, mean)</c> are made of the same bits, so do not use two of them for
/// one index. The Fill methods have a sequence of their own, apart from those.
/// </remarks>
/// <param name="seed">The user's seed; any number.</param>
/// <param name="stream">What the numbers are for.</param>
internal readonly struct CounterRandom(long seed, uint stream)
{
    private const double UnitPerBit = 1.0 / (1L << 53);
    private const uint FillDraw = uint.MaxValue;
    private const int FillBlock = 256;

    private readonly ulong _key = (ulong)seed;
    private readonly uint _stream = stream;

    /// <summary>Uniform in [0, 1), with 53 random bits.</summary>
    public double Uniform(long index) => Uniforms(index).First;

    /// <summary>Two independent uniform numbers in [0, 1).</summary>
    public (double First, double Second) Uniforms(long index) => Uniforms(index, 0);

    /// <summary>Uniform among 0 … count − 1.</summary>
    public int Choice(long index, int count) => (int)(Uniform(index) * count);

    /// <summary>Normal with mean 0 and variance 1 (Box and Muller, 1958).</summary>
    public double Normal(long index) => Normals(index).First;

    /// <summary>Two independent normal numbers with mean 0 and variance 1.</summary>
    public (double First, double Second) Normals(long index)
    {
        var (radius, angle) = Uniforms(index, 0);
        // 1 − u lies in (0, 1], so that the logarithm is finite.
        var length = Math.Sqrt(-2 * Math.Log(1 - radius));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * angle);
        return (length * cosine, length * sine);
    }

    /// <summary>A direction in space (z, y, x) of length 1, uniform over the sphere (Archimedes' cylinder).</summary>
    public (double Z, double Y, double X) Direction(long index)
    {
        var (height, turn) = Uniforms(index, 0);
        var z = (2 * height) - 1;
        var across = Math.Sqrt(1 - (z * z));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * turn);
        return (z, across * sine, across * cosine);
    }

    /// <summary>A count with the Poisson distribution of this mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative, not a number, or above 10¹⁵.</exception>
    public long Poisson(long index, double mean) => PoissonDistribution.Draw(this, index, mean);

    /// <summary>Fills with uniform numbers in (0, 1), those of the indices from <paramref name="first"/> on.</summary>
    public void FillUniform(Span<float> destination, long first) => Fill(destination, first, normal: false);

    /// <summary>Fills with normal numbers of mean 0 and variance 1, those of the indices from <paramref name="first"/> on.</summary>
    public void FillNormal(Span<float> destination, long first) => Fill(destination, first, normal: true);

    /// <summary>The numbers of further tries at one index, for methods that reject some.</summary>
    internal (double First, double Second) Uniforms(long index, uint draw)
    {
        var (word0, word1, word2, word3) = Philox.Block((uint)index, (uint)((ulong)index >> 32), _stream, draw, _key);
        return (ToUnit(word0, word1), ToUnit(word2, word3));
    }

    private static double ToUnit(uint low, uint high) => ((((ulong)high << 32) | low) >> 11) * UnitPerBit;

    // Whole blocks are computed, and the wanted part copied: a number then never depends on where a caller's range begins or ends.
    private void Fill(Span<float> destination, long first, bool normal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        Span<float> block = stackalloc float[FillBlock];
        for (var done = 0; done < destination.Length;)
        {
            var (number, skip) = Math.DivRem(first + done, FillBlock);
            FillWith(block, number);
            if (normal)
                NormalNumbers.FromUniform(block);
            var part = block.Slice((int)skip, Math.Min(FillBlock - (int)skip, destination.Length - done));
            part.CopyTo(destination[done..]);
            done += part.Length;
        }
    }

    private void FillWith(Span<float> block, long number)
    {
        for (var i = 0; i < FillBlock; i += 4)
        {
            var counter = ((ulong)number * (FillBlock / 4)) + (ulong)(i / 4);
            var (word0, word1, word2, word3) = Philox.Block((uint)counter, (uint)(counter >> 32), _stream, FillDraw, _key);
            block[i] = ToUnit(word0);
            block[i + 1] = ToUnit(word1);
            block[i + 2] = ToUnit(word2);
            block[i + 3] = ToUnit(word3);
        }
    }

    // 23 bits and a half: never 0 and never 1 in single precision.
    private static float ToUnit(uint word) => ((word >> 9) + 0.5f) * (1f / (1 << 23));
}
